package vn.giaoban.access.web;

import vn.giaoban.ui.Page;

/** Half of a one-time code, shown once. @param words key of what it is */
public record CodePage(String words, String code, String owner) implements Page {}
