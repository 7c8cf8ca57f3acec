package vn.giaoban.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/**
 * An event as it was recorded.
 *
 * @param subjects the units it was about
 * @param opened the units it founded
 * @param others superiors, successors and receivers that it named
 * @param takenBackAt when it was undone or corrected; null while it holds
 */
public record RecordedEvent(
        EventId id,
        UnitEventKind kind,
        LocalDate day,
        Decision decision,
        @Nullable PlanId plan,
        @Nullable String planName,
        List<Named> subjects,
        List<Named> opened,
        List<Named> others,
        String recordedBy,
        Instant recordedAt,
        @Nullable Instant takenBackAt) {

    /** A unit with the name it had last. */
    public record Named(UnitId id, String code, String name) {}
}
