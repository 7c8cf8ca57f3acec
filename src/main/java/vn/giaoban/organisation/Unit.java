package vn.giaoban.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/**
 * One unit as it was on one day.
 *
 * @param register where it was first entered, whoever it stands under
 * @param name of the organisation (Đảng bộ tỉnh …)
 * @param committeeName of its committee (Tỉnh ủy …)
 * @param symbol as in the numbers of its documents: TU, HU, ĐU, CB
 * @param place for the date line of its documents
 * @param position official order among its siblings
 */
public record Unit(
        UnitId id,
        RegisterId register,
        String code,
        @Nullable String orgCode,
        String name,
        String committeeName,
        String symbol,
        String place,
        String kind,
        String kindName,
        KindClass kindClass,
        String level,
        boolean holdsMembers,
        boolean counts,
        @Nullable String sector,
        @Nullable UnitId parent,
        int position,
        LocalDate openedOn) {

    public boolean isRoot() {
        return parent == null;
    }
}
