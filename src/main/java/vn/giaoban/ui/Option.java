package vn.giaoban.ui;

/** One choice of a list: what is sent and what is read. */
public record Option(String value, String text) {}
