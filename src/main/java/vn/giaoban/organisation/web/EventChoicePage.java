package vn.giaoban.organisation.web;

import java.util.List;
import vn.giaoban.organisation.Unit;
import vn.giaoban.organisation.UnitEventKind;
import vn.giaoban.ui.Page;

/** What may have happened to a unit: choose one. */
public record EventChoicePage(Unit unit, List<UnitEventKind> kinds) implements Page {}
