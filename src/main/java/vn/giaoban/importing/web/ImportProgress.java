package vn.giaoban.importing.web;

import vn.giaoban.ui.Page;

/**
 * How far a running import is; a piece of a page that asks for itself again.
 *
 * @param step key of the words for what is being done
 */
public record ImportProgress(String path, String step, int done, int total, boolean running) implements Page {}
