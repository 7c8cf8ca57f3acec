package vn.giaoban.shared;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A reading of the registers.
 *
 * @param day what was so at the end of this day
 * @param known as recorded up to this instant
 */
public record AsOf(LocalDate day, Instant known) {}
