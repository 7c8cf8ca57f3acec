package vn.giaoban.ui;

import vn.giaoban.shared.Refusal;

/** Everything the frame itself can refuse. */
public final class UiRefusal extends Refusal {

    private UiRefusal(Kind kind, String code, Object... arguments) {
        super(kind, "ui." + code, arguments);
    }

    static UiRefusal notADay(String text) {
        return new UiRefusal(Kind.INVALID, "not-a-day", text);
    }

    static UiRefusal unreadableText(String name) {
        return new UiRefusal(Kind.INVALID, "unreadable-text", name);
    }
}
