package vn.giaoban.reporting;

import java.time.Instant;
import vn.giaoban.shared.UnitId;

/**
 * That a unit's figures of a period are right, as somebody saw them.
 *
 * @param known the instant up to which entries were read
 * @param post in which he confirmed
 * @param document where who asks noted what came on paper; else empty
 */
public record Confirmation(
        UnitId unit,
        ConfirmedFigures figures,
        String digest,
        Instant known,
        String post,
        String document,
        String login,
        Instant at) {

    /** Whether what is kept still has its digest. */
    public boolean intact() {
        return figures.digest().equals(digest);
    }
}
