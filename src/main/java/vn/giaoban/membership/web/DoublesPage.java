package vn.giaoban.membership.web;

import java.util.List;
import vn.giaoban.membership.Doubles;
import vn.giaoban.ui.Page;

/** Doubles reported upward. */
public record DoublesPage(List<Doubles.Hit> hits) implements Page {}
