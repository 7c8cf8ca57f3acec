package vn.giaoban.reporting;

import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/**
 * One thing that a check found.
 *
 * @param member key of the person it is about; shown only to who may see persons there
 */
public record Finding(
        UnitId unit,
        String unitName,
        String subject,
        @Nullable RegisterId register,
        @Nullable Long member) {}
