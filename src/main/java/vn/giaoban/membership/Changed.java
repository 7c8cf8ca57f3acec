package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.FactWriter.ProfileRow;
import vn.giaoban.shared.Days;

/**
 * An attribute that is so from a day on.
 *
 * @param value as {@link Attribute#of} writes it; null: none any more
 */
record Changed(LocalDate day, Attribute attribute, @Nullable String value) {

    /** What a person is from one day to the next: what the person's row says, then each change. */
    static List<ProfileRow> profiles(long member, Profile first, List<Changed> changes) {
        var rows = new ArrayList<ProfileRow>();
        var from = Days.EVER;
        var profile = first;
        for (var change :
                changes.stream().sorted(Comparator.comparing(Changed::day)).toList()) {
            if (change.day().isAfter(from)) {
                rows.add(new ProfileRow(member, profile, from, change.day()));
                from = change.day();
            }
            profile = change.attribute().in(profile, change.value());
        }
        rows.add(new ProfileRow(member, profile, from, Days.FOREVER));
        return rows;
    }
}
