package vn.giaoban.importing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Compared;
import vn.giaoban.membership.MemberId;

/**
 * One line to be worked off.
 *
 * @param row of the file; null for what stands here only
 * @param member whom it means here; null for what stands there only
 * @param there name and birth date as the other list tells them; empty where it tells nothing
 * @param other for somebody who stands twice: the row, or the key of the member, that means the same
 */
public record ComparedLine(
        int number,
        Comparison.Kind kind,
        Compared.@Nullable Sure sure,
        @Nullable Integer row,
        @Nullable MemberId member,
        String there,
        String other,
        List<Compared.Difference> differences,
        @Nullable Decided decided) {

    /** Who decided what. */
    public record Decided(
            Comparison.Decision decision, @Nullable String words, String login, Instant at) {}

    /** For somebody who stands twice here: the other one. */
    public @Nullable MemberId otherMember() {
        return kind == Comparison.Kind.TWICE_HERE ? MemberId.of(other) : null;
    }
}
