package vn.giaoban.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.Refusal;

/**
 * How figures are divided: into the parts of one breakdown, or each of these once more into the parts of a second one of the same rows. In
 * addresses {@code age-band} and {@code age-band,sex}.
 */
public record Division(Breakdown first, @Nullable Breakdown second) {

    private static final int MOST = 2;

    /** What one count of a division belongs to; null is "not stated". Of a single breakdown there is no second. */
    record Parts(@Nullable String first, @Nullable String second) {}

    /**
     * What an address says, with everything that is wrong with it.
     *
     * @return empty where nothing is divided, or where something is wrong
     */
    public static Optional<Division> read(@Nullable String text, Catalogue catalogue, List<Refusal> faults) {
        var codes = text == null
                ? List.<String>of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .toList();
        if (codes.isEmpty()) {
            return Optional.empty();
        }
        var wrong = new ArrayList<Refusal>();
        if (codes.size() > MOST) {
            wrong.add(FiguresRefusal.tooManyBreakdowns(MOST));
        }
        var seen = new HashSet<String>();
        var found = new ArrayList<Breakdown>();
        for (var code : codes.stream().limit(20).toList()) {
            var breakdown = catalogue.breakdown(code);
            if (!seen.add(code)) {
                wrong.add(FiguresRefusal.breakdownTwice(code));
            } else if (breakdown.isEmpty()) {
                wrong.add(FiguresRefusal.unknownBreakdown(code));
            } else {
                found.add(breakdown.get());
            }
        }
        if (found.size() == MOST && !found.get(0).rows().equals(found.get(1).rows())) {
            wrong.add(FiguresRefusal.breakdownsOfDifferentRows(
                    found.get(0).name().vi(), found.get(1).name().vi()));
        }
        faults.addAll(wrong);
        return wrong.isEmpty()
                ? Optional.of(new Division(found.get(0), found.size() == MOST ? found.get(1) : null))
                : Optional.empty();
    }

    /** As addresses write it. */
    public String code() {
        return second == null ? first.code() : first.code() + "," + second.code();
    }

    /**
     * Both at once as one breakdown, whose keys {@link #parts} takes apart. The key begins with the length of the first part, because words
     * that people typed may contain any sign.
     */
    Breakdown breakdown() {
        var inner = second;
        if (inner == null) {
            return first;
        }
        return new Breakdown(
                code(),
                first.name(),
                first.rows(),
                first.joins() + "\n" + inner.joins(),
                "coalesce(length(%s) || ':' || %s, ':') || coalesce(%s, '')"
                        .formatted(first.key(), first.key(), inner.key()),
                sensitive(),
                "");
    }

    Parts parts(@Nullable String key) {
        if (second == null || key == null) {
            return new Parts(key, null);
        }
        var colon = key.indexOf(':');
        var rest = key.substring(colon + 1);
        if (colon == 0) {
            return new Parts(null, stated(rest));
        }
        var end = rest.offsetByCodePoints(0, Integer.parseInt(key, 0, colon, 10));
        return new Parts(rest.substring(0, end), stated(rest.substring(end)));
    }

    /** The key of which these are the parts. */
    @Nullable
    String key(Parts parts) {
        if (second == null) {
            return parts.first();
        }
        var outer = parts.first();
        var inner = parts.second() == null ? "" : parts.second();
        return outer == null ? ":" + inner : outer.codePointCount(0, outer.length()) + ":" + outer + inner;
    }

    private static @Nullable String stated(String part) {
        return part.isEmpty() ? null : part;
    }

    boolean sensitive() {
        return first.sensitive() || second != null && second.sensitive();
    }

    /** Flows that take people from part to part of the first or of the second. */
    Map<String, String> entering() {
        return second == null || second.entering().isEmpty() ? first.entering() : second.entering();
    }

    /** The part that a flow of {@link #entering} changes first, and the one that it leaves as it is; and back. */
    Parts turned(Parts parts) {
        return second == null || second.entering().isEmpty() ? parts : new Parts(parts.second(), parts.first());
    }
}
