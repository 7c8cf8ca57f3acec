package vn.giaoban.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.RegisterId;

/**
 * One upload and what became of it.
 *
 * @param rows data rows in the file
 * @param problems how many things are wrong with them
 * @param recordedAt when done: known at this instant is exactly what was recorded up to and with this import
 * @param why when refused: the words for it
 */
public record Import(
        long id,
        RegisterId register,
        ImportKind kind,
        ImportState state,
        String fileName,
        long account,
        String login,
        Instant uploadedAt,
        int rows,
        int problems,
        @Nullable Instant endedAt,
        @Nullable Instant recordedAt,
        @Nullable String why) {

    public boolean mayBeConfirmed() {
        return state == ImportState.PREVIEWED && problems == 0 && rows > 0;
    }

    /** It ends for readers only when its instant is complete. */
    Import running() {
        return new Import(
                id,
                register,
                kind,
                ImportState.RUNNING,
                fileName,
                account,
                login,
                uploadedAt,
                rows,
                problems,
                null,
                null,
                null);
    }
}
