package vn.giaoban.reporting.forms;

import static vn.giaoban.shared.Refusal.Kind.INVALID;
import static vn.giaoban.shared.Refusal.Kind.NOT_FOUND;

import vn.giaoban.shared.Refusal;

/** Why an empty form that somebody supplied is not taken. */
public final class TemplateRefusal extends Refusal {

    private TemplateRefusal(Kind kind, String code, Object... arguments) {
        super(kind, "reporting.template-" + code, arguments);
    }

    public static TemplateRefusal noFile() {
        return new TemplateRefusal(INVALID, "no-file");
    }

    static TemplateRefusal tooLarge(int megabytes) {
        return new TemplateRefusal(INVALID, "too-large", megabytes);
    }

    static TemplateRefusal notXlsx() {
        return new TemplateRefusal(INVALID, "not-xlsx");
    }

    static TemplateRefusal macros() {
        return new TemplateRefusal(INVALID, "macros");
    }

    static TemplateRefusal damaged(String part) {
        return new TemplateRefusal(INVALID, "damaged", part);
    }

    static TemplateRefusal unpacksTooLarge() {
        return new TemplateRefusal(INVALID, "unpacks-too-large");
    }

    static TemplateRefusal notFound() {
        return new TemplateRefusal(NOT_FOUND, "not-found");
    }

    static TemplateRefusal nothingMatched() {
        return new TemplateRefusal(INVALID, "nothing-matched");
    }
}
