package vn.giaoban.audit;

/**
 * A line of the yearly self-audit.
 *
 * @param answers how many answers with persons this account was given
 * @param outside how many of them outside its own chain
 * @param persons how many different persons it read outside its own chain
 * @param exports how many were exports or prints
 */
public record ReaderOfTheYear(String login, long answers, long outside, long persons, long exports) {}
