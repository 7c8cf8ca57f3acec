package vn.giaoban.membership;

/** What somebody says again after he was asked whether it is really so. */
public enum Insistence {
    /** It is somebody else than those of the same name and birth date. */
    ANOTHER_PERSON,
    /** The days are as the papers say, although a rule doubts them. */
    DAYS_ARE_RIGHT
}
