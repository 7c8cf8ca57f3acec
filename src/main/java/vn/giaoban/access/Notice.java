package vn.giaoban.access;

import java.time.Instant;
import java.util.List;

/**
 * Something the owner of an account must know.
 *
 * @param code key into the message files
 */
public record Notice(long id, Instant at, String code, List<String> arguments, boolean seen) {}
