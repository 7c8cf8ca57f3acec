package vn.giaoban.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/**
 * Somebody in a post.
 *
 * @param member key of the holder in the register; null: somebody who is named only
 * @param outsideName a person's name all the same: shown by {@link HolderNames} alone
 * @param village of an outside post that is held for a village
 */
public record Holding(
        RegisterId register,
        long id,
        String post,
        String postName,
        UnitId unit,
        @Nullable String village,
        @Nullable Long member,
        @Nullable String outsideName,
        LocalDate from,
        @Nullable LocalDate until) {}
