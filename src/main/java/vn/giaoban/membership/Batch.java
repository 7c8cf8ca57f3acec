package vn.giaoban.membership;

import java.util.List;

/** Rows that are checked and recorded together, all or none; they may name one another by their keys. */
public record Batch(List<NewMember> members, List<NewMovement> movements, List<NewShare> shares) {

    public Batch {
        members = List.copyOf(members);
        movements = List.copyOf(movements);
        shares = List.copyOf(shares);
    }

    public static Batch ofMembers(List<NewMember> members) {
        return new Batch(members, List.of(), List.of());
    }

    public static Batch ofMovements(List<NewMovement> movements) {
        return new Batch(List.of(), movements, List.of());
    }

    public static Batch ofShares(List<NewShare> shares) {
        return new Batch(List.of(), List.of(), shares);
    }
}
