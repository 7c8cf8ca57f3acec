package vn.giaoban.reporting.web;

import java.util.List;
import vn.giaoban.organisation.Unit;
import vn.giaoban.reporting.TypedFigure;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/** Typed numbers of a unit and those directly under it, and a form for another one. */
public record TypedFiguresPage(
        Unit unit, List<TypedFigure> typed, List<Option> kinds, boolean mayType, TypedForm form, FormErrors errors)
        implements Page {}
