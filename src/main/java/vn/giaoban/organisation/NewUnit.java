package vn.giaoban.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit about to be opened.
 *
 * @param code short code, or the 14-digit organisation code where there is no short one
 * @param committeeName null: made of the name as the kind does it
 * @param parent null: the event's parent
 * @param position official order among its siblings; null: after those that have one
 * @param villages the villages and residential groups that it covers
 */
public record NewUnit(
        String code,
        @Nullable String orgCode,
        String name,
        @Nullable String committeeName,
        @Nullable String symbol,
        @Nullable String place,
        String kind,
        @Nullable String sector,
        @Nullable String parent,
        @Nullable Integer position,
        List<String> villages) {

    public NewUnit {
        villages = List.copyOf(villages);
    }

    public static NewUnit of(String code, String name, String kind, @Nullable String parent) {
        return new NewUnit(code, null, name, null, null, null, kind, null, parent, null, List.of());
    }

    public NewUnit inSector(@Nullable String newSector) {
        return new NewUnit(
                code, orgCode, name, committeeName, symbol, place, kind, newSector, parent, position, villages);
    }

    public NewUnit at(@Nullable Integer newPosition) {
        return new NewUnit(
                code, orgCode, name, committeeName, symbol, place, kind, sector, parent, newPosition, villages);
    }

    public NewUnit covering(List<String> newVillages) {
        return new NewUnit(
                code, orgCode, name, committeeName, symbol, place, kind, sector, parent, position, newVillages);
    }

    public NewUnit numbered(@Nullable String newOrgCode) {
        return new NewUnit(
                code, newOrgCode, name, committeeName, symbol, place, kind, sector, parent, position, villages);
    }

    public NewUnit withCommittee(@Nullable String newCommittee, @Nullable String newSymbol, @Nullable String newPlace) {
        return new NewUnit(
                code, orgCode, name, newCommittee, newSymbol, newPlace, kind, sector, parent, position, villages);
    }
}
