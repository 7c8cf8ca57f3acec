package vn.giaoban.membership.web;

import vn.giaoban.ui.Page;

/** Asks why somebody outside the reader's own chain is to be read. */
public record ReasonPage(String path) implements Page {}
