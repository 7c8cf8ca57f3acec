package vn.giaoban.figures;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every indicator and breakdown of the house, by code. */
@Component
public class Catalogue {

    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private final Map<String, Breakdown> breakdowns = new LinkedHashMap<>();

    Catalogue(List<Declares> modules) {
        for (var module : modules) {
            for (var indicator : module.indicators()) {
                if (indicators.put(indicator.code(), indicator) != null) {
                    throw new IllegalStateException("declared twice: " + indicator.code());
                }
            }
            for (var breakdown : module.breakdowns()) {
                if (breakdowns.put(breakdown.code(), breakdown) != null) {
                    throw new IllegalStateException("declared twice: " + breakdown.code());
                }
            }
        }
    }

    public Collection<Indicator> indicators() {
        return indicators.values();
    }

    public Collection<Breakdown> breakdowns() {
        return breakdowns.values();
    }

    public Optional<Indicator> indicator(String code) {
        return Optional.ofNullable(indicators.get(code));
    }

    public Optional<Breakdown> breakdown(String code) {
        return Optional.ofNullable(breakdowns.get(code));
    }

    /** Whether a breakdown divides an indicator: both are of the same rows. */
    public boolean divides(Breakdown by, Indicator indicator) {
        return !Figures.divisible(List.of(indicator), by).isEmpty();
    }

    /** One that is known to be there: declared, or checked before. */
    Indicator named(String code) {
        return indicator(code).orElseThrow(() -> new IllegalArgumentException("no indicator " + code));
    }
}
