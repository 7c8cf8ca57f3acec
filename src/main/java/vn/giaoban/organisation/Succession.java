package vn.giaoban.organisation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vn.giaoban.shared.UnitId;

/** Which units have ended and who stands for them; known at one instant. */
public final class Succession {

    /** @param event the event that ended the unit */
    public record Ended(LocalDate day, UnitId successor, EventId event, UnitEventKind kind) {}

    private final Map<UnitId, Ended> ended;

    public Succession(Map<UnitId, Ended> ended) {
        this.ended = Map.copyOf(ended);
    }

    /** The unit while it is open at the end of the day; else the unit that the closing event names, and so on until one is open. */
    public UnitId standsFor(UnitId unit, LocalDate day) {
        var standing = unit;
        for (var steps = 0; steps < 1_000; steps++) {
            var end = ended.get(standing);
            if (end == null || end.day().isAfter(day)) {
                return standing;
            }
            standing = end.successor();
        }
        throw new IllegalStateException("successors of unit " + unit + " run in a circle");
    }

    public Optional<Ended> ended(UnitId unit) {
        return Optional.ofNullable(ended.get(unit));
    }
}
