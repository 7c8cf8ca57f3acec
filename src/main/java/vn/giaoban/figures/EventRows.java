package vn.giaoban.figures;

/**
 * A published function of events of one unit: {@code unit_id}, {@code day}, and what conditions name. In the text {@code :from}, {@code
 * :until} and {@code :known} are the period and the instant.
 */
public record EventRows(String code, String rows, DayRows.Of of) {}
