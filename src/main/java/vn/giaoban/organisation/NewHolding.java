package vn.giaoban.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/**
 * Somebody about to enter a post.
 *
 * @param village name of a village that the unit covers, for a post outside
 * @param until exclusive; null: no end yet
 */
public record NewHolding(
        String post,
        UnitId unit,
        @Nullable String village,
        @Nullable Long member,
        @Nullable String outsideName,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String decisionNumber) {}
