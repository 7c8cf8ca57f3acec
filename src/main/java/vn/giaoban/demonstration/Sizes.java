package vn.giaoban.demonstration;

import java.util.List;

/** How many belong to each cell at the opening: near what each should have, in sum exactly what is asked. */
final class Sizes {

    private static final int LEAST = 3;
    /** A base cell of more would be a base organisation with cells. Source: 294-QĐ/TW, 20.3. */
    private static final int MOST_OF_A_BASE_CELL = 29;

    private Sizes() {}

    static int[] of(List<Node> cells, int members, Dice dice) {
        var wanted = new double[cells.size()];
        var sum = 0.0;
        for (var i = 0; i < wanted.length; i++) {
            var cell = cells.get(i);
            wanted[i] = cell.about * (cell.quiet || isBase(cell) ? 1.0 : (75 + dice.below(51)) / 100.0);
            sum += cell.quiet || isBase(cell) ? 0 : wanted[i];
        }
        var fixed = 0;
        for (var i = 0; i < wanted.length; i++) {
            fixed += cells.get(i).quiet || isBase(cells.get(i)) ? cells.get(i).about : 0;
        }
        var scale = (members - fixed) / sum;
        var sizes = new int[wanted.length];
        var left = members;
        for (var i = 0; i < wanted.length; i++) {
            var keeps = cells.get(i).quiet || isBase(cells.get(i));
            sizes[i] = Math.max(LEAST, (int) Math.floor(wanted[i] * (keeps ? 1 : scale)));
            left -= sizes[i];
        }
        for (var i = 0; left != 0; i = (i + 1) % sizes.length) {
            var cell = cells.get(i);
            if (!cell.quiet && !isBase(cell) && (left > 0 || sizes[i] > LEAST)) {
                sizes[i] += left > 0 ? 1 : -1;
                left -= left > 0 ? 1 : -1;
            }
        }
        return sizes;
    }

    private static boolean isBase(Node cell) {
        if (cell.kind.equals("chi-bo-co-so") && !cell.quiet) {
            cell.about = Math.min(cell.about, MOST_OF_A_BASE_CELL);
        }
        return cell.kind.equals("chi-bo-co-so");
    }
}
