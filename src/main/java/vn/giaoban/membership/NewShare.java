package vn.giaoban.membership;

import java.time.LocalDate;
import vn.giaoban.organisation.EventId;

/**
 * Somebody who does not follow the successor of a unit that was shared out, named apart from the event.
 *
 * @param row where it stands in its file, for errors
 * @param day the event's
 * @param member the sender's key of the person
 * @param cell code of the cell that he went to
 */
public record NewShare(int row, EventId event, LocalDate day, String member, String cell) {}
