package vn.giaoban.ui;

/** What a page of ours may load: its own files, nothing inline, nothing from another host. Sent as a header by module access. */
public final class ContentSecurity {

    /** Tabler's small pictures (arrows of lists, ticks of boxes) are {@code data:} addresses inside its style sheet. */
    public static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    private ContentSecurity() {}
}
