package vn.giaoban.organisation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Draft;
import vn.giaoban.organisation.Preview;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/**
 * One plan: what it would change, or that it was applied and can be undone.
 *
 * @param preview null once applied
 * @param waiting plans of earlier days that wait too: what they would found is not there yet
 */
public record PlanPage(Draft draft, @Nullable Preview preview, List<Draft> waiting, FormErrors errors)
        implements Page {}
