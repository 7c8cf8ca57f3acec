package vn.giaoban.reporting.web;

import java.util.List;
import vn.giaoban.organisation.Unit;
import vn.giaoban.reporting.Checks;
import vn.giaoban.ui.Page;

/** What the integrity checks find below a unit. @param mayOpenPersons whether findings about people lead to their files */
public record ChecksPage(Unit unit, List<Checks.Result> results, boolean mayOpenPersons, boolean vietnamese)
        implements Page {}
