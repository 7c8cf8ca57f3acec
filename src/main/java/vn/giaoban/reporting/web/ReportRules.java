package vn.giaoban.reporting.web;

import java.math.BigDecimal;
import vn.giaoban.reporting.GiaoBanReport.Outstanding;
import vn.giaoban.reporting.GiaoBanReport.Unfit;
import vn.giaoban.ui.Wording;

/** What stands out, in words. */
final class ReportRules {

    private static final String IN_HUNDREDTHS = "change-of-members";

    private ReportRules() {}

    /** How many units a rule names, with its limit: the rule is always stated beside what it found. */
    static String sentence(Outstanding rule, Wording words) {
        return words.text("reporting.paper.rule." + rule.rule(), rule.units().size() + rule.more(), rule.limit());
    }

    static PaperCell value(Outstanding rule, Unfit unit, Wording words) {
        var value = unit.value();
        if (value != null && rule.rule().equals(IN_HUNDREDTHS)) {
            return PaperCell.percent(words, value.divide(BigDecimal.valueOf(100)));
        }
        return PaperCell.count(words, value);
    }
}
