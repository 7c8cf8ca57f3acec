package vn.giaoban.audit.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.audit.Entered;
import vn.giaoban.audit.Head;
import vn.giaoban.audit.Verification;
import vn.giaoban.ui.Page;

/**
 * What was recorded, newest first.
 *
 * @param verification null unless it was asked for
 * @param mark from paper, as typed
 * @param known whether that mark is one of this chain; null if none was typed
 * @param older from which entry the next page goes back; 0 for no more
 */
public record AuditPage(
        List<Entered> entries,
        Head head,
        @Nullable Verification verification,
        String mark,
        @Nullable Boolean known,
        long older)
        implements Page {}
