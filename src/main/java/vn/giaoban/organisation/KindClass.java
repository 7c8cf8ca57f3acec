package vn.giaoban.organisation;

/** What a kind of unit is for counting. Kinds themselves are dated data. */
public enum KindClass {
    CENTRE,
    PROVINCE,
    /** Directly above the base: district, city, bloc; since 1 July 2025 the commune. */
    ABOVE_BASE,
    BASE,
    BASE_CELL,
    PART,
    CELL,
    /** Đảng đoàn and ban cán sự đảng: no members, in no other count. */
    CAUCUS,
    GROUP,
    TEMPORARY_CELL
}
