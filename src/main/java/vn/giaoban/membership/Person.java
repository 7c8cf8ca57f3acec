package vn.giaoban.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.audit.MemberKey;
import vn.giaoban.shared.UnitId;

/**
 * A line of an ordinary list: nothing sensitive is on it.
 *
 * @param cell the cell on the day read, as the unit that stands for it; null for those who belong nowhere that day
 */
public record Person(
        MemberId id,
        String name,
        Birth birth,
        Sex sex,
        @Nullable UnitId cell,
        @Nullable String cellName,
        @Nullable Degree degree,
        @Nullable LocalDate partyFrom,
        @Nullable String cvNumber) {

    /** As whom the books of reads know him. */
    MemberKey key() {
        return new MemberKey(id.register(), id.number());
    }

    /** The name of the cell, empty for those who belong nowhere. */
    public String cellOrNowhere() {
        return cellName == null ? "" : cellName;
    }
}
