package vn.giaoban.membership;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/**
 * What a cell says has happened; nothing is so before the base has confirmed it.
 *
 * @param member null for somebody who is to be admitted
 * @param answer null while it waits
 */
public record Report(
        ReportId id,
        UnitId cell,
        String cellName,
        @Nullable MemberId member,
        Said said,
        String login,
        Instant at,
        @Nullable Answer answer) {

    /** What may be reported. Removals come from above, as decisions. */
    public enum Kind {
        ADMISSION(MovementKind.ADMISSION),
        RECOGNITION(MovementKind.RECOGNITION),
        TRANSFER(MovementKind.TRANSFER),
        EXEMPTED(MovementKind.EXEMPTED),
        EXEMPTION_ENDED(MovementKind.EXEMPTION_ENDED),
        AWAY(MovementKind.AWAY),
        RETURNED(MovementKind.RETURNED),
        DIED(MovementKind.DIED),
        /** Of an attribute, from the day on. */
        CHANGE(null),
        /** In words; the base sees to it. */
        OTHER(null);

        private final @Nullable MovementKind movement;

        Kind(@Nullable MovementKind movement) {
            this.movement = movement;
        }

        /** Somewhere else, for good or for a time. */
        public boolean goes() {
            return this == TRANSFER || this == AWAY;
        }

        /** The movement it becomes; null for what is none. */
        public @Nullable MovementKind movement() {
            return movement;
        }
    }

    /**
     * The content of a report.
     *
     * @param attribute of a {@link Kind#CHANGE}, which is {@code value} from the day on
     * @param toCell code of the cell of a transfer inside, {@code outside} the place of one that leads out
     * @param person who is to be admitted
     */
    public record Said(
            Kind kind,
            @Nullable LocalDate day,
            @Nullable Attribute attribute,
            @Nullable String value,
            @Nullable String toCell,
            @Nullable String outside,
            @Nullable String decisionNo,
            @Nullable LocalDate decisionDay,
            @Nullable NewPerson person,
            @Nullable String words) {}

    /** @param birth as far as it is known: a day, a month or a year */
    public record NewPerson(
            @Nullable String name,
            @Nullable String birth,
            @Nullable Sex sex) {}

    /** What became of it. */
    public enum Outcome {
        CONFIRMED,
        /** Confirmed with something put right. */
        CORRECTED,
        RETURNED,
        /** By whoever had reported it. */
        TAKEN_BACK
    }

    /** @param words of the base */
    public record Answer(Outcome outcome, @Nullable String words, String login, Instant at) {}
}
