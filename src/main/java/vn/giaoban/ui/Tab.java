package vn.giaoban.ui;

/** One of several faces of a page, each with its own address. */
public record Tab(String text, String path, boolean current) {}
