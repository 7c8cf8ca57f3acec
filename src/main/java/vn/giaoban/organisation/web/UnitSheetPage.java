package vn.giaoban.organisation.web;

import java.util.List;
import vn.giaoban.ui.Page;

/** A unit on one sheet of paper. @param villages that it covers */
public record UnitSheetPage(UnitPage shown, List<String> villages) implements Page {}
