package vn.giaoban.importing;

import java.util.List;

/**
 * One column of a kind of import.
 *
 * @param code the heading for programs; never changes
 * @param heading the heading for people, in Vietnamese
 * @param aliases other headings that are understood
 * @param longest characters a cell may hold
 * @param words for {@link Type#WORD}: what may stand there and what it means
 */
record Column(String code, String heading, Type type, Need need, int longest, List<String> aliases, Words words) {

    enum Type {
        /** Words for people: composed, single spaces. */
        TEXT,
        /** Compared letter by letter: numbers keep leading zeros, anything not composed is refused. */
        KEY,
        /** Several keys, with semicolons between. */
        KEYS,
        DAY,
        /** A birth date: a day, a month or a year. */
        BIRTH,
        WORD,
        YES_NO,
        NUMBER
    }

    enum Need {
        /** In every row but cancellations. */
        ALWAYS,
        SOMETIMES
    }

    static Column text(String code, String heading, int longest, String... aliases) {
        return new Column(code, heading, Type.TEXT, Need.SOMETIMES, longest, List.of(aliases), Words.none());
    }

    static Column key(String code, String heading, String... aliases) {
        return new Column(code, heading, Type.KEY, Need.SOMETIMES, 64, List.of(aliases), Words.none());
    }

    static Column keys(String code, String heading, String... aliases) {
        return new Column(code, heading, Type.KEYS, Need.SOMETIMES, 2_000, List.of(aliases), Words.none());
    }

    static Column day(String code, String heading, String... aliases) {
        return new Column(code, heading, Type.DAY, Need.SOMETIMES, 32, List.of(aliases), Words.none());
    }

    static Column of(Type type, String code, String heading, String... aliases) {
        return new Column(code, heading, type, Need.SOMETIMES, 32, List.of(aliases), Words.none());
    }

    static Column word(String code, String heading, Words words, String... aliases) {
        return new Column(code, heading, Type.WORD, Need.SOMETIMES, 120, List.of(aliases), words);
    }

    Column always() {
        return new Column(code, heading, type, Need.ALWAYS, longest, aliases, words);
    }

    boolean isAlways() {
        return need == Need.ALWAYS;
    }
}
