package vn.giaoban.membership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusals;
import vn.giaoban.shared.Verb;
import vn.giaoban.shared.Vietnamese;

/** What can be said of a report before anybody answers it, and whose it is. */
@Component
class ReportCheck {

    /** Striking off, expulsion, leaving the Party, suspension: for the inspection's eyes, so never kept among reports. With or without accents. */
    private static final Pattern REMOVAL = Pattern.compile("\\b(khai tru|xoa ten|ra khoi dang|dinh chi sinh hoat)\\b");

    private final ReportRows rows;
    private final Reach reach;
    private final Organisation organisation;
    private final DayRuleRows dayRules;

    ReportCheck(ReportRows rows, Reach reach, Organisation organisation, DayRuleRows dayRules) {
        this.rows = rows;
        this.reach = reach;
        this.organisation = organisation;
        this.dayRules = dayRules;
    }

    /** What can be said of a report alone; whether it fits the person's life is found when it is confirmed. */
    void check(Report.Said said) {
        var errors = new ArrayList<RowError>();
        var day = said.day();
        if (day == null) {
            errors.add(RowError.of(1, "day", "missing"));
        } else {
            var days = Map.of(DayRules.Day.DAY, day, DayRules.Day.TODAY, dayRules.today());
            errors.addAll(dayRules.rules().of(1, DayRules.REPORT, days).refused());
        }
        if (said.words() != null
                && REMOVAL.matcher(Vietnamese.folded(said.words())).find()) {
            errors.add(RowError.of(1, "words", "removal-on-paper"));
        }
        switch (said.kind()) {
            case TRANSFER, AWAY -> {
                if (said.toCell() == null && said.outside() == null) {
                    errors.add(RowError.of(1, "outside", "to-where"));
                } else if (said.toCell() != null && said.outside() != null) {
                    errors.add(RowError.of(1, "outside", "both-given"));
                } else if (said.toCell() != null
                        && organisation.named(said.toCell()).isEmpty()) {
                    errors.add(RowError.of(1, "to_cell", "unknown-unit", said.toCell()));
                }
            }
            case CHANGE -> {
                if (said.attribute() == null || !said.attribute().changes()) {
                    errors.add(RowError.of(1, "attribute", "missing"));
                }
                if (said.value() == null && said.words() == null) {
                    errors.add(RowError.of(1, "value", "missing"));
                }
            }
            case OTHER -> {
                if (said.words() == null) {
                    errors.add(RowError.of(1, "words", "missing"));
                }
            }
            case ADMISSION -> errors.addAll(readPerson(said).errors());
            default -> {}
        }
        if (!errors.isEmpty()) {
            throw new Refusals(errors.stream().map(MembershipRefusal::of).toList());
        }
    }

    record ReadPerson(@Nullable Profile profile, List<RowError> errors) {}

    static ReadPerson readPerson(Report.Said said) {
        var person = said.person();
        var texts = new HashMap<String, String>();
        texts.put("ref", "-");
        if (person != null) {
            texts.put("family_and_given_name", Objects.toString(person.name(), ""));
            texts.put("birth", Objects.toString(person.birth(), ""));
            texts.put("sex", Objects.toString(person.sex(), ""));
        }
        var errors = new ArrayList<RowError>();
        var row = MemberColumns.read(1, texts, errors::add);
        return new ReadPerson(row == null ? null : row.profile(), errors);
    }

    /** @throws MembershipRefusal "not found" for who neither reports for the cell nor answers for its base */
    Report theirs(Actor by, ReportId id) {
        return rows.find(id, reach.today().known())
                .filter(report -> organisation.may(by, Verb.CONFIRM, report.cell(), reach.today())
                        || organisation.may(by, Verb.RECORD, report.cell(), reach.today()))
                .orElseThrow(MembershipRefusal::reportNotFound);
    }
}
