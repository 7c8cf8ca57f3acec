package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must lie between the days of a person or a movement, and which day of a movement counts: rule data, held against files, forms and
 * reports alike.
 *
 * @param counts by kind of movement, which of its days is the one that counts
 */
record DayRules(List<Span> spans, List<Counting> counts) {

    /** A day of a person or of a movement. */
    enum Day {
        BIRTH("birth", "birth"),
        /** The ceremony of the admission before a movement. */
        ADMITTED("day", "day"),
        /** The removal before a movement. */
        LEFT("day", "day"),
        DECISION("admission_decision_day", "decision_day"),
        CEREMONY("admission_ceremony_day", "ceremony_day"),
        OFFICIAL("official_day", "day"),
        ISSUED("day", "issued_day"),
        RECEIVED("day", "received_day"),
        /** The one that counts. */
        DAY("day", "day"),
        TODAY("day", "day");

        private final String ofPerson;
        private final String ofMovement;

        Day(String ofPerson, String ofMovement) {
            this.ofPerson = ofPerson;
            this.ofMovement = ofMovement;
        }

        String column(String kind) {
            return kind.equals(PERSON) ? ofPerson : ofMovement;
        }
    }

    /** What the person's own row says. */
    static final String PERSON = "person";

    /** An attribute from a day on. */
    static final String CHANGE = "change";

    /** What a cell reports. */
    static final String REPORT = "report";

    /** How much must, or may, lie between two days; in force while the later one is in {@code [from, until)}. */
    record Span(
            String kind,
            Day earlier,
            Day later,
            String code,
            Limit limit,
            boolean refused,
            LocalDate from,
            LocalDate until) {

        boolean broken(LocalDate first, LocalDate second) {
            return limit.broken(first, second) && !second.isBefore(from) && second.isBefore(until);
        }
    }

    /** One of the four is given. */
    record Limit(
            @Nullable Integer leastDays,
            @Nullable Integer leastMonths,
            @Nullable Integer mostDays,
            @Nullable Integer mostMonths) {

        boolean broken(LocalDate first, LocalDate second) {
            if (leastDays != null) {
                return second.isBefore(first.plusDays(leastDays));
            } else if (leastMonths != null) {
                return second.isBefore(first.plusMonths(leastMonths));
            } else if (mostDays != null) {
                return second.isAfter(first.plusDays(mostDays));
            }
            return second.isAfter(first.plusMonths(Objects.requireNonNull(mostMonths)));
        }

        int number() {
            return leastDays != null
                    ? leastDays
                    : leastMonths != null
                            ? leastMonths
                            : mostDays != null ? mostDays : Objects.requireNonNull(mostMonths);
        }
    }

    /** Of movements of a kind, while the day is in {@code [from, until)}. */
    record Counting(MovementKind kind, Day day, LocalDate from, LocalDate until) {}

    /** What they say of one row. {@code doubts} are no hindrance once somebody says that it is so. */
    record Said(List<RowError> refused, List<RowError> doubts) {}

    /** @param kind of movement, or {@link #PERSON}, {@link #CHANGE}, {@link #REPORT} */
    Said of(int row, String kind, Map<Day, LocalDate> days) {
        var broken = spans.stream()
                .filter(span -> span.kind().equals(kind) || span.kind().equals("*") && isMovement(kind))
                .filter(span -> days.containsKey(span.earlier()) && days.containsKey(span.later()))
                .filter(span -> span.broken(day(days, span.earlier()), day(days, span.later())))
                .toList();
        return new Said(
                broken.stream()
                        .filter(Span::refused)
                        .map(span -> error(row, kind, span, days))
                        .distinct()
                        .toList(),
                broken.stream()
                        .filter(span -> !span.refused())
                        .map(span -> error(row, kind, span, days))
                        .distinct()
                        .toList());
    }

    private static RowError error(int row, String kind, Span span, Map<Day, LocalDate> days) {
        var at = span.later() == Day.TODAY ? span.earlier() : span.later();
        return RowError.of(
                row,
                at.column(kind),
                span.code(),
                Wording.of(day(days, span.earlier())),
                Wording.of(day(days, span.later())),
                Integer.toString(span.limit().number()),
                Integer.toString(span.limit().number() / 12));
    }

    /** Also says where the day that counts is not the one that should. */
    Said ofMovement(int row, MovementKind kind, Map<Day, LocalDate> days) {
        var said = of(row, kind.code(), days);
        var day = day(days, Day.DAY);
        var doubts = new java.util.ArrayList<>(said.doubts());
        for (var rule : counts) {
            var named = days.get(rule.day());
            if (rule.kind() == kind
                    && named != null
                    && !named.equals(day)
                    && !day.isBefore(rule.from())
                    && day.isBefore(rule.until())) {
                doubts.add(RowError.of(
                        row,
                        "day",
                        "doubt-counts-" + rule.day().name().toLowerCase(Locale.ROOT),
                        Wording.of(day),
                        Wording.of(named)));
            }
        }
        return new Said(said.refused(), List.copyOf(doubts));
    }

    /** Whether a note is one of these: a form asks once more before it goes on. */
    static boolean doubts(RowError note) {
        return note.code().startsWith("membership.doubt-");
    }

    private static boolean isMovement(String kind) {
        return !kind.equals(PERSON) && !kind.equals(CHANGE) && !kind.equals(REPORT);
    }

    private static LocalDate day(Map<Day, LocalDate> days, Day day) {
        return Objects.requireNonNull(days.get(day));
    }

    /** Of what the person's row says. */
    static Map<Day, LocalDate> days(Profile profile, LocalDate today) {
        var days = new EnumMap<Day, LocalDate>(Day.class);
        days.put(Day.BIRTH, profile.birth().day());
        days.put(Day.TODAY, today);
        put(days, Day.DECISION, profile.joined().decidedOn());
        put(days, Day.CEREMONY, profile.joined().ceremonyOn());
        put(days, Day.OFFICIAL, profile.joined().officialOn());
        return days;
    }

    /** Of a movement, beside the facts that are known of the person. */
    static Map<Day, LocalDate> days(NewMovement.On on, Facts.Move move, Facts facts, LocalDate today) {
        var days = new EnumMap<Day, LocalDate>(Day.class);
        days.put(Day.DAY, on.day());
        days.put(Day.TODAY, today);
        put(days, Day.BIRTH, facts.born());
        put(days, Day.DECISION, on.decision());
        put(days, Day.CEREMONY, on.ceremony());
        put(days, Day.ISSUED, on.issued());
        put(days, Day.RECEIVED, on.received());
        LocalDate admitted = facts.joined().ceremonyOn();
        LocalDate left = null;
        for (var other : facts.moves()) {
            if (other.id() == move.id() || other.day().isAfter(on.day())) {
                continue;
            } else if (other.kind() == MovementKind.ADMISSION || other.kind() == MovementKind.READMISSION) {
                admitted = later(admitted, other.day());
            } else if (other.kind().removes()) {
                left = later(left, other.day());
            }
        }
        put(days, Day.ADMITTED, admitted);
        put(days, Day.LEFT, left);
        return days;
    }

    private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    private static void put(Map<Day, LocalDate> days, Day day, @Nullable LocalDate on) {
        if (on != null) {
            days.put(day, on);
        }
    }
}
