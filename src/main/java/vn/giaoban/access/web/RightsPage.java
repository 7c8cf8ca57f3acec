package vn.giaoban.access.web;

import java.util.List;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Who has rights over a unit today, by a grant on it or above it. @param code as typed; empty before anything was asked */
public record RightsPage(String code, String unit, List<GrantLine> grants, FormErrors errors) implements Page {}
