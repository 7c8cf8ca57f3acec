package vn.giaoban.record;

import java.time.Instant;

/**
 * One transaction that recorded something.
 *
 * @param at record time, cut to microseconds; carried by every row of the transaction
 */
public record Entry(long id, Instant at) {}
