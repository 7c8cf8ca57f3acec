package vn.giaoban.organisation;

import java.time.Instant;
import vn.giaoban.shared.RegisterId;

/**
 * The paper of a decision, attached to an event.
 *
 * @param sha256 what it is, as 64 hexadecimal digits
 * @param bytes its size
 */
public record DecisionFile(
        RegisterId register,
        long id,
        EventId event,
        String name,
        String type,
        String sha256,
        long bytes,
        Instant attachedAt) {}
