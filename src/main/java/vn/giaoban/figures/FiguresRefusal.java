package vn.giaoban.figures;

import static vn.giaoban.shared.Refusal.Kind.INVALID;
import static vn.giaoban.shared.Refusal.Kind.NOT_FOUND;

import java.time.LocalDate;
import vn.giaoban.shared.Refusal;

/** Everything this module can refuse, in one place. */
public final class FiguresRefusal extends Refusal {

    private FiguresRefusal(Kind kind, String code, Object... arguments) {
        super(kind, "figures." + code, arguments);
    }

    public static FiguresRefusal notADay(String parameter, String text) {
        return new FiguresRefusal(INVALID, "not-a-day", parameter, shortened(text));
    }

    public static FiguresRefusal missing(String parameter) {
        return new FiguresRefusal(INVALID, "missing", parameter);
    }

    public static FiguresRefusal notAStructure(String text) {
        return new FiguresRefusal(INVALID, "not-a-structure", shortened(text));
    }

    public static FiguresRefusal notAnInstant(String text) {
        return new FiguresRefusal(INVALID, "not-an-instant", shortened(text));
    }

    public static FiguresRefusal notAPage(String text) {
        return new FiguresRefusal(INVALID, "not-a-page", shortened(text));
    }

    public static FiguresRefusal unknownHierarchy(String text) {
        return new FiguresRefusal(INVALID, "unknown-hierarchy", shortened(text));
    }

    public static FiguresRefusal periodEndsBeforeItBegins(LocalDate from, LocalDate until) {
        return new FiguresRefusal(INVALID, "period-ends-before-it-begins", from, until);
    }

    static FiguresRefusal dayOutOfRange(LocalDate day) {
        return new FiguresRefusal(INVALID, "day-out-of-range", day.toString());
    }

    public static FiguresRefusal unknownIndicator(String code) {
        return new FiguresRefusal(INVALID, "unknown-indicator", shortened(code));
    }

    public static FiguresRefusal unknownBreakdown(String code) {
        return new FiguresRefusal(INVALID, "unknown-breakdown", shortened(code));
    }

    static FiguresRefusal tooManyBreakdowns(int most) {
        return new FiguresRefusal(INVALID, "too-many-breakdowns", most);
    }

    static FiguresRefusal breakdownTwice(String code) {
        return new FiguresRefusal(INVALID, "breakdown-twice", shortened(code));
    }

    static FiguresRefusal breakdownsOfDifferentRows(String one, String other) {
        return new FiguresRefusal(INVALID, "breakdowns-of-different-rows", one, other);
    }

    static FiguresRefusal restatedBeforeTheEnd(LocalDate day, LocalDate last) {
        return new FiguresRefusal(INVALID, "restated-before-the-end", day, last);
    }

    static FiguresRefusal formerAreaOfOpenUnit(String unit, LocalDate day) {
        return new FiguresRefusal(INVALID, "former-area-of-open-unit", unit, day);
    }

    static FiguresRefusal formerAreaNeedsADay() {
        return new FiguresRefusal(INVALID, "former-area-needs-a-day");
    }

    /** Names one register that has not begun; several refusals name several. */
    static FiguresRefusal registerHasNotBegun(String register, LocalDate first) {
        return new FiguresRefusal(INVALID, "register-has-not-begun", register, first);
    }

    static FiguresRefusal frozenNotFound() {
        return new FiguresRefusal(NOT_FOUND, "frozen-not-found");
    }

    static FiguresRefusal noteTooLong(int most) {
        return new FiguresRefusal(INVALID, "freeze-note-too-long", most);
    }

    static FiguresRefusal nothingToOpen(String indicator) {
        return new FiguresRefusal(INVALID, "nothing-to-open", indicator);
    }

    static FiguresRefusal partNotOpened() {
        return new FiguresRefusal(INVALID, "part-not-opened");
    }

    static FiguresRefusal withheld(String indicator) {
        return new FiguresRefusal(INVALID, "withheld", indicator);
    }

    static FiguresRefusal tooManyPeriods(int most) {
        return new FiguresRefusal(INVALID, "too-many-periods", most);
    }

    static FiguresRefusal notAPopulation(long value) {
        return new FiguresRefusal(INVALID, "not-a-population", value);
    }

    static FiguresRefusal populationNeedsASource() {
        return new FiguresRefusal(INVALID, "population-needs-a-source");
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
