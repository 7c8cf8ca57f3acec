package vn.giaoban.figures;

import java.util.Locale;

/** What a person reads, in the two languages of the pages. */
public record Name(String vi, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : vi;
    }
}
