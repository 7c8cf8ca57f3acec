package vn.giaoban.ui;

import java.util.List;

/**
 * What was declined and why, or what went wrong.
 *
 * @param heading key of the words above
 * @param sentences for the person who asked; never technical detail
 */
public record RefusalPage(String heading, List<String> sentences) implements Page {}
