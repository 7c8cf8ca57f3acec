package vn.giaoban.figures.web;

import java.util.List;
import vn.giaoban.figures.Frozen;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** The settled figures of a unit, and the form that settles more. */
public record FreezesPage(View view, List<Frozen> freezes, boolean mayFreeze, FormErrors errors) implements Page {}
