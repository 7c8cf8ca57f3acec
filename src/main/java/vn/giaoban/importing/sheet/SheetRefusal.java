package vn.giaoban.importing.sheet;

import static vn.giaoban.shared.Refusal.Kind.INVALID;

import vn.giaoban.shared.Refusal;

/** Why a file cannot be read at all. */
public final class SheetRefusal extends Refusal {

    private SheetRefusal(String code, Object... arguments) {
        super(INVALID, "importing." + code, arguments);
    }

    public static SheetRefusal empty() {
        return new SheetRefusal("file-empty");
    }

    public static SheetRefusal tooLarge() {
        return new SheetRefusal("file-too-large", Limits.FILE / 1024 / 1024);
    }

    static SheetRefusal oldOrLocked() {
        return new SheetRefusal("file-old-or-locked");
    }

    static SheetRefusal unknownType() {
        return new SheetRefusal("file-unknown-type");
    }

    static SheetRefusal notUtf8(long at) {
        return new SheetRefusal("file-not-utf8", at);
    }

    static SheetRefusal openQuote(int line) {
        return new SheetRefusal("file-open-quote", String.valueOf(line));
    }

    static SheetRefusal macros() {
        return new SheetRefusal("file-macros");
    }

    static SheetRefusal damaged(String part) {
        return new SheetRefusal("file-damaged", part);
    }

    static SheetRefusal foreignEntities() {
        return new SheetRefusal("file-entities");
    }

    static SheetRefusal unpacksTooLarge() {
        return new SheetRefusal("file-bomb");
    }

    static SheetRefusal tooManyLines(int most) {
        return new SheetRefusal("file-too-many-rows", most - 1);
    }

    static SheetRefusal tooManyColumns(int line) {
        return new SheetRefusal("file-too-many-columns", Limits.COLUMNS, String.valueOf(line));
    }

    static SheetRefusal cellTooLong(int line) {
        return new SheetRefusal("file-cell-too-long", Limits.CELL, String.valueOf(line));
    }
}
