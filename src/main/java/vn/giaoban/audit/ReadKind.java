package vn.giaoban.audit;

/** In what kind of answer persons were shown. */
public enum ReadKind {
    FILE,
    LIST,
    SEARCH,
    OPENED_NUMBER,
    EXPORT,
    PRINT,
    API
}
