package vn.giaoban.organisation;

/** What a decision did to units. The kind comes from the decision, never from the names. Source: domain facts, annex A.1–A.4. */
public enum UnitEventKind {
    /** The opening list of a register: units as they were found. No decision. */
    OPEN,
    /** Thành lập. */
    ESTABLISH,
    /** Đổi tên. */
    RENAME,
    /** Chuyển, inside one organisation. */
    MOVE,
    /** Chuyển giao, to another superior. */
    HAND_OVER,
    /** Đổi loại hình, nâng cấp. */
    CHANGE_KIND,
    /** Sáp nhập: the unit ends, an existing one goes on. */
    ABSORB,
    /** Hợp nhất: several end, a new one is founded out of them. */
    CONSOLIDATE,
    /** Chia: the unit ends, new ones are founded, one of them is the principal. */
    DIVIDE,
    /** Tách: a part leaves as a new unit, the unit stays. */
    SPLIT_OFF,
    /** Giải thể: administrative. */
    DISSOLVE,
    /** Giải tán: a sanction. */
    DISBAND;

    boolean closesItsUnits() {
        return switch (this) {
            case ABSORB, CONSOLIDATE, DIVIDE, DISSOLVE, DISBAND -> true;
            case OPEN, ESTABLISH, RENAME, MOVE, HAND_OVER, CHANGE_KIND, SPLIT_OFF -> false;
        };
    }

    /** Whether some people may be named who do not follow the unit's successor. */
    public boolean sharesOutPeople() {
        return switch (this) {
            case DIVIDE, SPLIT_OFF, DISSOLVE, DISBAND, CHANGE_KIND -> true;
            case OPEN, ESTABLISH, RENAME, MOVE, HAND_OVER, ABSORB, CONSOLIDATE -> false;
        };
    }
}
