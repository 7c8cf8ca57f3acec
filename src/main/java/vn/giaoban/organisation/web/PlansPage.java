package vn.giaoban.organisation.web;

import java.util.List;
import vn.giaoban.organisation.Draft;
import vn.giaoban.ui.Page;

/** The plans of reorganisation, prepared and applied. */
public record PlansPage(List<Draft> drafts) implements Page {}
