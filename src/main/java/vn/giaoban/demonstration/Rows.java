package vn.giaoban.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.demonstration.MovementRow.Kind;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.shared.Days;

/**
 * What was written down, and when: each month some days after its end, a few rows months late, a few wrong at first and put right later.
 * The rows of one person are entered in the order in which they happened.
 */
final class Rows {

    private final Spec spec;
    private final Dice dice;
    private final List<MemberRow> opening = new ArrayList<>();
    private final List<Sitting> sittings = new ArrayList<>();
    private int numbered;

    Rows(Spec spec, Dice dice) {
        this.spec = spec;
        this.dice = dice;
        for (var month = YearMonth.from(spec.firstDay());
                month.isBefore(YearMonth.from(Calendar.END));
                month = month.plusMonths(1)) {
            sittings.add(new Sitting(
                    recordedAt(month.plusMonths(1).atDay(5)),
                    "Biến động tháng %02d/%d".formatted(month.getMonthValue(), month.getYear())));
        }
    }

    /** Half past eight of that day, later in the second province. */
    Instant recordedAt(LocalDate day) {
        return day.atTime(spec.small() ? 14 : 8, 30).atZone(Days.ZONE).toInstant();
    }

    List<MemberRow> opening() {
        return opening;
    }

    List<Sitting> sittings() {
        return sittings;
    }

    int index(YearMonth month) {
        return (int) YearMonth.from(spec.firstDay()).until(month, ChronoUnit.MONTHS);
    }

    void open(MemberRow member) {
        opening.add(member);
    }

    void add(YearMonth month, UnitEvent event) {
        sittings.get(index(month)).add(event);
    }

    void admission(People.Made made, LocalDate ceremony, String cell) {
        var person = made.person();
        var row = row(person, Kind.ADMISSION, ceremony, person.decided)
                .to(cell, null)
                .decidedBy(decision("ĐU"));
        var sitting = write(person, row.day(), row.decided(), true);
        sittings.get(sitting).last().members().add(made.row());
        perhapsWrongAtFirst(person, row, sitting, 14);
    }

    /** @return whether it was decided before the end of the history */
    boolean recognition(Person person, LocalDate official, String cell, int daysLater) {
        var decided = official.plusDays(daysLater);
        if (!decided.isBefore(Calendar.END)) {
            return false;
        }
        add(
                person,
                row(person, Kind.RECOGNITION, official, decided).to(cell, null).decidedBy(decision("ĐU")),
                true);
        return true;
    }

    void death(Person person, LocalDate day, String cell) {
        var row = row(person, Kind.DIED, day, null).from(cell, null);
        perhapsWrongAtFirst(person, row, write(person, day, null, true), 25);
    }

    void simple(Person person, Kind kind, LocalDate day, String cell) {
        var row = row(person, kind, day, day.minusDays(dice.between(0, 12))).decidedBy(decision("UBKT"));
        add(person, kind.enters() ? row.to(cell, null) : row.from(cell, null), false);
    }

    void arrive(People.Made made, LocalDate day, String outside, String cell) {
        var person = made.person();
        var row = row(person, Kind.TRANSFER_IN, day, null).issuedOn(day.minusDays(dice.between(3, 25)));
        var sitting = write(person, day, null, true);
        sittings.get(sitting).last().members().add(made.row());
        sittings.get(sitting).last().movements().add(row.from(null, outside).to(cell, null));
    }

    void transfer(
            Person person,
            LocalDate day,
            @Nullable String fromCell,
            @Nullable String fromOutside,
            @Nullable String toCell,
            @Nullable String toOutside,
            boolean mayBeLate) {
        var kind = toOutside == null ? Kind.TRANSFER_WITHIN : Kind.TRANSFER_OUT;
        add(
                person,
                row(person, kind, day, null)
                        .issuedOn(day.minusDays(dice.between(0, 20)))
                        .from(fromCell, fromOutside)
                        .to(toCell, toOutside),
                mayBeLate);
    }

    private void add(Person person, MovementRow row, boolean mayBeLate) {
        var sitting = write(person, row.day(), row.decided(), mayBeLate);
        sittings.get(sitting).last().movements().add(row);
    }

    /** In which sitting it goes: the month's own, sometimes one to four later, never before an earlier row of the person. */
    private int write(Person person, @Nullable LocalDate day, @Nullable LocalDate decided, boolean mayBeLate) {
        var known = day == null || decided != null && decided.isAfter(day) ? decided : day;
        var sitting = index(YearMonth.from(known == null ? spec.firstDay() : known));
        if (mayBeLate && dice.permille(34)) {
            sitting += 1 + dice.below(4);
        }
        person.recorded = Math.min(Math.max(sitting, person.recorded), sittings.size() - 1);
        if (day != null && day.isAfter(person.last)) {
            person.last = day;
        }
        return person.recorded;
    }

    private void perhapsWrongAtFirst(Person person, MovementRow right, int sitting, int permille) {
        var first = sittings.get(sitting).last();
        var day = right.day();
        var corrected = sitting + 2 + dice.below(3);
        if (day == null || !dice.permille(permille) || corrected >= sittings.size()) {
            first.movements().add(right);
            return;
        }
        var wrong = day.withDayOfMonth(
                day.getDayOfMonth() == 1 ? 11 : day.getDayOfMonth() > 20 ? 12 : 1 + day.getDayOfMonth());
        first.movements().add(right.on(wrong));
        sittings.get(corrected).last().movements().add(right.correcting(right.ref() + "-S"));
        person.recorded = corrected;
        person.last = day.plusMonths(6);
    }

    private MovementRow row(Person person, Kind kind, LocalDate day, @Nullable LocalDate decided) {
        return new MovementRow(
                spec.code() + "-BD" + People.padded(++numbered),
                person.ref,
                kind,
                day,
                decided,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private String decision(String symbol) {
        return dice.between(10, 940) + "-QĐ/" + symbol;
    }
}
