package vn.giaoban.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusals;
import vn.giaoban.shared.Vietnamese;

/** Enters what is so of a person from a day on, and what follows from it for the rows of each stretch of days. */
@Component
class ChangeWriter {

    private static final int LONGEST_VALUE = 300;

    private final ChangeRows changes;
    private final ProfileLines profiles;
    private final Coding coding;
    private final DayRuleRows dayRules;
    private final Entries entries;

    ChangeWriter(ChangeRows changes, ProfileLines profiles, Coding coding, DayRuleRows dayRules, Entries entries) {
        this.changes = changes;
        this.profiles = profiles;
        this.coding = coding;
        this.dayRules = dayRules;
        this.entries = entries;
    }

    /**
     * As part of the running transaction; rights were asked for.
     *
     * @throws Refusals with everything that is wrong with it, each at its column
     */
    void enter(Actor by, MemberId member, Corrections.Change change, @Nullable String reason) {
        var text = change.value() == null || change.value().isBlank() ? null : Vietnamese.normal(change.value());
        var first = changes.now(member).orElseThrow(MembershipRefusal::memberNotFound);
        refuse(wrong(change, text, first));
        var attribute = change.attribute();
        var on = Objects.requireNonNull(change.day());
        var list = attribute.list();
        var value = list == null ? text : coding.code(list, text, (column, word) -> {});
        var known =
                changes.holding(member.register(), List.of(member.number())).getOrDefault(member.number(), List.of());
        var there = Changed.profiles(member.number(), first, known).stream()
                .filter(row -> !row.from().isAfter(on) && on.isBefore(row.until()))
                .findFirst()
                .orElseThrow();
        if (Objects.equals(attribute.of(there.profile()), value)) {
            refuse(List.of(RowError.of(1, "value", "as-it-was")));
        }
        var entry = entries.begin(by, Set.of(member.register()), "membership.change", reason);
        if (!changes.add(entry, member, new Changed(on, attribute, value), change.decisionNo())) {
            throw MembershipRefusal.of(RowError.of(1, "day", "second-on-day"));
        }
        profiles.rewrite(entry, member, first);
    }

    private List<RowError> wrong(Corrections.Change change, @Nullable String text, Profile first) {
        var errors = new ArrayList<RowError>();
        var attribute = change.attribute();
        var day = change.day();
        if (day == null) {
            errors.add(RowError.of(1, "day", "missing"));
        } else {
            var days = Map.of(
                    DayRules.Day.BIRTH,
                    first.birth().day(),
                    DayRules.Day.DAY,
                    day,
                    DayRules.Day.TODAY,
                    dayRules.today());
            errors.addAll(dayRules.rules().of(1, DayRules.CHANGE, days).refused());
        }
        if (!attribute.changes()) {
            errors.add(RowError.of(1, "attribute", "corrected-only"));
        }
        if (text != null && text.length() > LONGEST_VALUE) {
            errors.add(RowError.of(1, "value", "too-long", Integer.toString(LONGEST_VALUE)));
        }
        if (text != null
                && attribute == Attribute.CARD
                && CitizenNumber.read(text).isPresent()) {
            errors.add(RowError.of(1, "value", "card-of-twelve"));
        }
        return errors;
    }

    private static void refuse(List<RowError> errors) {
        if (!errors.isEmpty()) {
            throw new Refusals(errors.stream().map(MembershipRefusal::of).toList());
        }
    }
}
