package vn.giaoban.membership;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.Vietnamese;

/**
 * Rows that are checked and recorded together, all or none; they may name one another by their keys.
 *
 * @param soFar shared by the pieces of a long file
 */
public record Batch(List<NewMember> members, List<NewMovement> movements, List<NewShare> shares, FileSoFar soFar) {

    public Batch(List<NewMember> members, List<NewMovement> movements, List<NewShare> shares) {
        this(members, movements, shares, new FileSoFar());
    }

    public Batch {
        members = List.copyOf(members);
        movements = List.copyOf(standing(movements));
        shares = List.copyOf(shares);
    }

    public static Batch ofMembers(List<NewMember> members) {
        return new Batch(members, List.of(), List.of());
    }

    /** A piece of a long file. */
    public static Batch ofMembers(List<NewMember> members, FileSoFar soFar) {
        return new Batch(members, List.of(), List.of(), soFar);
    }

    public static Batch ofMovements(List<NewMovement> movements) {
        return new Batch(List.of(), movements, List.of());
    }

    /** Without rows that a later one of the same file replaces or withdraws: they were never so. */
    private static List<NewMovement> standing(List<NewMovement> movements) {
        var standing = new LinkedHashMap<String, NewMovement>();
        for (var row : movements) {
            var above = row.cancels() == null ? null : standing.remove(row.cancels());
            var resolved = above == null ? row : row.instead(above.cancels());
            if (resolved.what() != null || resolved.cancels() != null) {
                standing.put(standing.containsKey(row.ref()) ? row.ref() + "\n" + row.row() : row.ref(), resolved);
            }
        }
        return List.copyOf(standing.values());
    }

    public static Batch ofShares(List<NewShare> shares) {
        return new Batch(List.of(), List.of(), shares);
    }

    /** The codes of all cells that the rows name, as typed and in capitals. */
    Set<String> cells() {
        var codes = new HashSet<String>();
        for (var row : members) {
            if (row.place() != null) {
                add(codes, row.place().cell());
            }
        }
        for (var row : movements) {
            if (row.what() != null) {
                add(codes, row.what().from().cell());
                add(codes, row.what().to().cell());
                add(codes, row.what().thenCell());
            }
        }
        shares.forEach(row -> add(codes, row.cell()));
        return codes;
    }

    private static void add(Set<String> codes, @Nullable String code) {
        if (code != null) {
            var normal = Vietnamese.normal(code);
            codes.add(normal);
            codes.add(normal.toUpperCase(Locale.ROOT));
        }
    }
}
