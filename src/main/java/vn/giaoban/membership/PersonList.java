package vn.giaoban.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/** Lines of a list and how many there are in all. */
public record PersonList(List<Person> people, long all) {

    /**
     * Which people, in which order.
     *
     * @param sort {@code name}, {@code birth} or {@code cell}; with a minus before it, falling
     */
    public record Filter(
            UnitId unit, @Nullable Degree degree, @Nullable Sex sex, String sort, int limit, long skip) {}
}
