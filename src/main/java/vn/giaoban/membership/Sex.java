package vn.giaoban.membership;

import java.util.Optional;
import vn.giaoban.shared.Vietnamese;

/** Sex as personal files state it; imports and forms may write it in Vietnamese or English. */
public enum Sex {
    M,
    F;

    public static Optional<Sex> read(String text) {
        return switch (Vietnamese.folded(text)) {
            case "m", "nam", "male" -> Optional.of(M);
            case "f", "nu", "female" -> Optional.of(F);
            default -> Optional.empty();
        };
    }
}
