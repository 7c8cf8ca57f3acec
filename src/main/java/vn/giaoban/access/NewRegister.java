package vn.giaoban.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A register and the unit at its top.
 *
 * @param code of both: two to twelve capitals, digits, hyphens
 * @param name of both, as in "Đảng bộ tỉnh Bắc Kạn"
 * @param kind of the unit, as in {@code dang-bo-tinh}
 * @param from first day that is counted; the unit is open long before it
 * @param parent code of the unit it stands under; null for the Centre, or for none where there is no Centre
 */
public record NewRegister(
        String code,
        String name,
        String kind,
        LocalDate from,
        @Nullable String parent) {

    /** @throws AccessRefusal if anything but the parent is missing, or the name is longer than 200 letters */
    public static NewRegister checked(
            @Nullable String code,
            @Nullable String name,
            @Nullable String kind,
            @Nullable LocalDate from,
            @Nullable String parent) {
        if (code == null || code.isBlank()) {
            throw AccessRefusal.missing("code");
        }
        if (name == null || name.isBlank() || name.length() > 200) {
            throw AccessRefusal.missing("name");
        }
        if (kind == null || kind.isBlank()) {
            throw AccessRefusal.missing("kind");
        }
        if (from == null) {
            throw AccessRefusal.missing("from");
        }
        return new NewRegister(
                code.strip(), name, kind.strip(), from, parent == null || parent.isBlank() ? null : parent);
    }
}
