package vn.giaoban.ui;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words outside a page: documents, spreadsheets, answers of the API, jobs. */
@Component
public class Wordings {

    private final MessageSource messages;

    Wordings(MessageSource messages) {
        this.messages = messages;
    }

    /** Official papers are in Vietnamese, whatever the reader's language. */
    public Wording vietnamese() {
        return in(Languages.VIETNAMESE);
    }

    /** In the language of the running request. */
    public Wording current() {
        return in(LocaleContextHolder.getLocale());
    }

    public Wording in(Locale locale) {
        return new Wording(locale, messages);
    }
}
