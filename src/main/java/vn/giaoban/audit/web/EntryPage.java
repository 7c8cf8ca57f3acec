package vn.giaoban.audit.web;

import org.jspecify.annotations.Nullable;
import vn.giaoban.audit.Audit;
import vn.giaoban.audit.Entered;
import vn.giaoban.ui.Page;

/** One entry. @param sealed null while it is not in the chain */
public record EntryPage(Entered entry, Audit.@Nullable Sealed sealed) implements Page {}
