package vn.giaoban.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit stands in a second hierarchy.
 *
 * @param unit its code
 * @param parent code of the unit above it there; null: it stands where it stands territorially
 * @param until exclusive; null without end
 */
public record SecondPlace(
        String unit,
        @Nullable String parent,
        LocalDate from,
        @Nullable LocalDate until) {}
