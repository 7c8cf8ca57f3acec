package vn.giaoban.importing;

import static vn.giaoban.shared.Refusal.Kind.CONFLICT;
import static vn.giaoban.shared.Refusal.Kind.INVALID;
import static vn.giaoban.shared.Refusal.Kind.NOT_FOUND;

import java.util.Locale;
import vn.giaoban.shared.Refusal;

/** Everything this module can refuse; why a file cannot be read at all is {@link vn.giaoban.importing.sheet.SheetRefusal}. */
public final class ImportingRefusal extends Refusal {

    private ImportingRefusal(Kind kind, String code, Object... arguments) {
        super(kind, "importing." + code, arguments);
    }

    /** Also said of an import that the reader may not see. */
    static ImportingRefusal notFound() {
        return new ImportingRefusal(NOT_FOUND, "not-found");
    }

    public static ImportingRefusal kindNotFound(String kind) {
        return new ImportingRefusal(NOT_FOUND, "kind-not-found", kind);
    }

    static ImportingRefusal hasProblems(int count) {
        return new ImportingRefusal(INVALID, "has-problems", count);
    }

    static ImportingRefusal notWaiting(ImportState state) {
        return new ImportingRefusal(CONFLICT, "not-waiting-" + state.name().toLowerCase(Locale.ROOT));
    }

    /** Of a list to compare: no line names its columns. */
    static ImportingRefusal noHeadings() {
        return new ImportingRefusal(INVALID, "no-headings");
    }

    static ImportingRefusal noDecision() {
        return new ImportingRefusal(INVALID, "no-decision");
    }

    public static ImportingRefusal noFile() {
        return new ImportingRefusal(INVALID, "no-file");
    }
}
