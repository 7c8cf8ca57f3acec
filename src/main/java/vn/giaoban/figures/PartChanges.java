package vn.giaoban.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was recorded between two instants, as far as sums of parts go: of whom they know too little. */
@Repository
class PartChanges {

    private final JdbcClient sql;
    private final SumState states;

    PartChanges(JdbcClient sql, SumState states) {
        this.sql = sql;
        this.states = states;
    }

    /**
     * What the sums of a day know.
     *
     * @param entries {@link vn.giaoban.record.Entries#lately} at that instant, when they were made
     * @param counted what their places are
     */
    record Day(Instant known, long entries, String counted) {}

    @Nullable
    Day day(LocalDate day) {
        return sql.sql("select known, entries, counted from figures.part_day where day = :day")
                .param("day", day)
                .query((row, n) ->
                        new Day(row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2), row.getString(3)))
                .optional()
                .orElse(null);
    }

    /** @return empty if there are more than {@code most} entries or people, or a rule of bands was changed */
    Optional<Sums.Touched> between(Instant after, Instant upTo, int most) {
        var entries = states.entries(after, upTo);
        if (entries > most || entries > 0 && bandsChanged(after, upTo)) {
            return Optional.empty();
        }
        var touched = entries > 0 ? states.touched(after, upTo, most) : Sums.Touched.NOBODY;
        return touched.members().size() > most ? Optional.empty() : Optional.of(touched);
    }

    private boolean bandsChanged(Instant after, Instant upTo) {
        return sql.sql("""
                        select exists (select from figures.band
                                        where recorded_at > :after and recorded_at <= :until
                                           or superseded_at > :after and superseded_at <= :until)
                        """)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("until", upTo.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }
}
