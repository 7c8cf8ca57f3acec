package vn.giaoban.organisation.web;

import java.util.List;
import vn.giaoban.organisation.Alias;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Other names of a unit; with a form for who may enter one. */
public record AliasesPage(Unit unit, List<Alias> aliases, boolean mayChange, AliasForm form, FormErrors errors)
        implements Page {}
