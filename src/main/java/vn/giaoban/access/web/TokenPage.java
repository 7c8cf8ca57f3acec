package vn.giaoban.access.web;

import vn.giaoban.ui.Page;

/** A new token, shown once. */
public record TokenPage(String token) implements Page {}
