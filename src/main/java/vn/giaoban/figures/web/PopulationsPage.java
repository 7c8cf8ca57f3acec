package vn.giaoban.figures.web;

import java.util.List;
import vn.giaoban.figures.Populations;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** How many people live where a unit is, as it was typed; and the form to type more. */
public record PopulationsPage(
        View view, List<Populations.Typed> typed, boolean mayEnter, PopulationForm form, FormErrors errors)
        implements Page {}
