package vn.giaoban.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words of comparing a list of another system with the register. */
public final class Compared {

    private Compared() {}

    /**
     * A row of the other list; what it does not tell is null.
     *
     * @param row as the file counts them
     * @param birth {@code yyyy-mm-dd}, {@code yyyy-mm} or {@code yyyy}
     * @param sex {@code M} or {@code F}; {@code degree} {@code OFFICIAL} or {@code PROBATIONARY}
     * @param official {@code yyyy-mm-dd}
     */
    public record Told(
            int row,
            @Nullable String name,
            @Nullable String birth,
            @Nullable String sex,
            @Nullable String citizen,
            @Nullable String card,
            @Nullable String cv,
            @Nullable String degree,
            @Nullable String official) {}

    /** How sure it is that both are one person. */
    public enum Sure {
        /** The same number, and name or birth date agree. */
        CERTAIN,
        /** No number says otherwise; name and birth date agree, and nobody else here has them. */
        LIKELY,
        /** The same number but neither name nor birth date; or the same name and birth date but another number, or known to the year only. */
        DOUBTFUL
    }

    /** Something that both tell differently. @param field code of a column; numbers of citizens are never written out */
    public record Difference(String field, String here, String there) {}

    /** A row and whom it means. */
    public record Pair(int row, MemberId member, Sure sure, List<Difference> differences) {}

    /**
     * What came out.
     *
     * @param twiceThere rows that mean somebody whom an earlier row means already, with that earlier row
     * @param twiceHere persons of one name and birth date in the register, each with the first of them
     */
    public record Result(
            int here,
            List<Pair> pairs,
            List<MemberId> onlyHere,
            List<Integer> onlyThere,
            List<Twice> twiceThere,
            List<List<MemberId>> twiceHere) {}

    /** @param first the row that means the same person */
    public record Twice(int row, int first) {}
}
