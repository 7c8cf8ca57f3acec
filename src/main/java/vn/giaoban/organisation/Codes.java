package vn.giaoban.organisation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/** Units by either of their codes, with those that a plan is about to open. */
final class Codes {

    private final Map<String, UnitId> units = new HashMap<>();
    private final Map<UnitId, String> codes = new HashMap<>();

    void add(UnitId unit, String code, @Nullable String orgCode) {
        units.put(code, unit);
        codes.put(unit, code);
        if (orgCode != null) {
            units.put(orgCode, unit);
        }
    }

    Optional<UnitId> find(String code) {
        return Optional.ofNullable(units.get(code));
    }

    String code(UnitId unit) {
        return codes.getOrDefault(unit, unit.toString());
    }
}
