package vn.giaoban.membership;

import java.util.List;

/**
 * All that was found in a batch before anything is written.
 *
 * @param errors any of them keeps the whole batch out
 * @param notes worth reading, but no hindrance
 */
public record Findings(List<RowError> errors, List<RowError> notes) {}
