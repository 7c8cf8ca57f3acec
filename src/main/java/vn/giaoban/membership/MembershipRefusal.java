package vn.giaoban.membership;

import static vn.giaoban.shared.Refusal.Kind.CONFLICT;
import static vn.giaoban.shared.Refusal.Kind.FORBIDDEN;
import static vn.giaoban.shared.Refusal.Kind.INVALID;
import static vn.giaoban.shared.Refusal.Kind.NOT_FOUND;

import vn.giaoban.shared.Refusal;

/** Everything this module can refuse. */
public final class MembershipRefusal extends Refusal {

    private final String column;

    private MembershipRefusal(Kind kind, String code, Object... arguments) {
        super(kind, "membership." + code, arguments);
        this.column = "";
    }

    private MembershipRefusal(RowError error) {
        super(INVALID, error.code(), error.arguments().toArray());
        this.column = error.column();
    }

    /** Code of the column that is wrong, for forms to say it there; empty where it is no single one. */
    public String column() {
        return column;
    }

    /** Also said of a person whom the reader may not see. */
    public static MembershipRefusal memberNotFound() {
        return new MembershipRefusal(NOT_FOUND, "member-not-found");
    }

    static MembershipRefusal of(RowError error) {
        return new MembershipRefusal(error);
    }

    static MembershipRefusal unknownMember(String ref) {
        return new MembershipRefusal(INVALID, "unknown-member", ref);
    }

    public static MembershipRefusal unknownUnit(String code) {
        return new MembershipRefusal(RowError.of(1, "cell", "unknown-unit", code));
    }

    static MembershipRefusal reasonMissing() {
        return new MembershipRefusal(INVALID, "reason-missing");
    }

    static MembershipRefusal purposeMissing() {
        return new MembershipRefusal(INVALID, "purpose-missing");
    }

    static MembershipRefusal mayNotRecord() {
        return new MembershipRefusal(FORBIDDEN, "may-not-record");
    }

    static MembershipRefusal leftWithoutCell(String unit, long people) {
        return new MembershipRefusal(CONFLICT, "people-without-cell", unit, people);
    }

    static MembershipRefusal lifeBroken(String reason, long people, String movements) {
        return new MembershipRefusal(CONFLICT, "lives-broken", reason, people, movements);
    }

    static MembershipRefusal notTheSame() {
        return new MembershipRefusal(INVALID, "merge-of-one");
    }

    public static MembershipRefusal otherRecordMissing() {
        return new MembershipRefusal(INVALID, "merge-with-nobody");
    }

    public static MembershipRefusal aboutNobody() {
        return new MembershipRefusal(INVALID, "report-about-nobody");
    }

    /** One print is one read of everybody on it. */
    static MembershipRefusal tooManyForPaper(int most) {
        return new MembershipRefusal(INVALID, "too-many-for-paper", most);
    }

    /** Lists to work off are of a part of the country. */
    public static MembershipRefusal dueTooWide() {
        return new MembershipRefusal(INVALID, "due-too-wide");
    }

    public static MembershipRefusal noSuchList() {
        return new MembershipRefusal(NOT_FOUND, "no-such-list");
    }

    /** Says nothing of who it is; the page shows those whom the enterer may see. */
    static MembershipRefusal seemsDouble(String code) {
        return new MembershipRefusal(CONFLICT, code);
    }

    static MembershipRefusal tooManyDoubles(int most) {
        return new MembershipRefusal(CONFLICT, "too-many-doubles", most);
    }

    static MembershipRefusal restsOnMerge() {
        return new MembershipRefusal(CONFLICT, "rests-on-merge");
    }

    static MembershipRefusal reportAnswered() {
        return new MembershipRefusal(CONFLICT, "report-answered");
    }

    static MembershipRefusal requestNotFound() {
        return new MembershipRefusal(NOT_FOUND, "request-not-found");
    }

    static MembershipRefusal reportNotFound() {
        return new MembershipRefusal(NOT_FOUND, "report-not-found");
    }
}
