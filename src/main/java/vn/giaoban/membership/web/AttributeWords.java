package vn.giaoban.membership.web;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.giaoban.membership.Corrections;
import vn.giaoban.membership.Membership;
import vn.giaoban.ui.Wordings;

/** Values of attributes as they are read: codes by their names, days as days. */
@Component
class AttributeWords {

    private final Membership membership;
    private final Wordings wordings;

    AttributeWords(Membership membership, Wordings wordings) {
        this.membership = membership;
        this.wordings = wordings;
    }

    /** Empty where the attribute has no value any more. */
    String of(Corrections.Line line, Locale locale) {
        var value = line.value();
        var words = wordings.current();
        if (value == null) {
            return "";
        }
        var list = line.attribute().list();
        if (list != null) {
            return membership.word(list, value, locale);
        }
        return switch (line.attribute()) {
            case SEX -> words.text("membership.Sex." + value);
            case BIRTH ->
                value.length() == 10
                        ? words.day(LocalDate.parse(value))
                        : value.length() == 7 ? value.substring(5) + "/" + value.substring(0, 4) : value;
            case DECIDED_ON, CEREMONY_ON, OFFICIAL_ON -> words.day(LocalDate.parse(value));
            default -> value;
        };
    }
}
