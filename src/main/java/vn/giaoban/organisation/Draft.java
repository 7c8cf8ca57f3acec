package vn.giaoban.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.RegisterId;

/**
 * A plan that waits for its day.
 *
 * @param applied an event of the applied plan, by which it is undone; null while it waits
 */
public record Draft(
        long id,
        RegisterId register,
        String name,
        List<UnitEvent> events,
        Instant preparedAt,
        @Nullable EventId applied) {

    /** Of its events; the day of preparation where it has none. */
    public LocalDate firstDay() {
        return events.stream()
                .map(UnitEvent::day)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.ofInstant(preparedAt, Days.ZONE));
    }
}
