package vn.giaoban.demonstration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who held a post: the secretary of a cell, or the head of a village.
 *
 * @param village for the head of a village; null for a secretary
 * @param member the holder, if a member
 * @param outside the holder's name, if not
 * @param until null while it goes on
 */
record PostRow(
        String unit,
        String post,
        @Nullable String village,
        @Nullable String member,
        @Nullable String outside,
        LocalDate from,
        @Nullable LocalDate until) {

    static final String SECRETARY = "bi-thu";
    static final String VILLAGE_HEAD = "truong-thon";
}
