package vn.giaoban.figures;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which tree a figure is read under (counting.md 4).
 *
 * @param day of {@link Kind#RESTATED} alone
 */
public record TreeChoice(Kind kind, @Nullable LocalDate day) {

    public enum Kind {
        AS_WAS,
        AS_IS,
        RESTATED
    }

    public static final TreeChoice AS_WAS = new TreeChoice(Kind.AS_WAS, null);
    public static final TreeChoice AS_IS = new TreeChoice(Kind.AS_IS, null);

    public static TreeChoice restatedTo(LocalDate day) {
        return new TreeChoice(Kind.RESTATED, day);
    }

    /** As written in addresses: {@code as-was}, {@code as-is} or a day. */
    public static Optional<TreeChoice> of(String text) {
        return switch (text) {
            case "as-was" -> Optional.of(AS_WAS);
            case "as-is" -> Optional.of(AS_IS);
            default -> {
                try {
                    yield Optional.of(restatedTo(LocalDate.parse(text)));
                } catch (DateTimeParseException e) {
                    yield Optional.empty();
                }
            }
        };
    }

    /** The day whose tree is read for a period that ends before {@code until}; null for the tree of each day. */
    @Nullable
    LocalDate on(LocalDate until) {
        return switch (kind) {
            case AS_WAS -> null;
            case AS_IS -> until.minusDays(1);
            case RESTATED -> day;
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case AS_WAS -> "as-was";
            case AS_IS -> "as-is";
            case RESTATED -> String.valueOf(day);
        };
    }
}
