package vn.giaoban.ui;

/** A step of the way from the start page to here. The page itself is not one. */
public record Crumb(String text, String path) {}
