package vn.giaoban.reporting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/** @param period that is corrected; null where one is opened */
public record PeriodFormPage(Unit unit, @Nullable Long period, PeriodForm form, List<Option> asked, FormErrors errors)
        implements Page {}
