package vn.giaoban.shared;

/** What an account may do, always over a subtree and between days. */
public enum Verb {
    SEE_FIGURES,
    SEE_PERSONS,
    /** Religion, condition, citizen number's last digits. */
    SEE_SENSITIVE,
    /** A cell's report of a change, or the base's own entry. */
    RECORD,
    /** Turns a report into an entry. */
    CONFIRM,
    /** Who was expelled, struck off or resigned, and suspensions. */
    SEE_REMOVALS,
    EXPORT_PERSONS,
    /** Corrections, merges of records, imports, leavers, old values. */
    KEEP_REGISTER,
    /** Events on units, kinds, posts. */
    CHANGE_STRUCTURE,
    /** Accounts and grants; sees no member. */
    MANAGE_ACCOUNTS
}
