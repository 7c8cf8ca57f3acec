package vn.giaoban.audit;

/**
 * The rows of one table in one entry.
 *
 * @param made how many the entry made
 * @param superseded how many earlier ones it superseded
 * @param digest over them, in hexadecimal
 */
public record Part(String table, int made, int superseded, String digest) {}
