package vn.giaoban.demonstration;

import java.util.List;

/**
 * An office, school, hospital, enterprise or force that has a party organisation.
 *
 * @param cells how many cells its base organisation has; 0 for a base cell
 * @param about members of each cell
 */
record Body(boolean alsoInSmall, String sector, int cells, int about, String name) {

    static List<Body> of(Lists lists, String title, boolean small) {
        return lists.lines(title).stream()
                .map(line -> line.split("\\|"))
                .map(cells -> new Body(
                        cells[0].equals("*"),
                        cells[1],
                        Integer.parseInt(cells[2]),
                        Integer.parseInt(cells[3]),
                        cells[4]))
                .filter(body -> body.alsoInSmall() || !small)
                .toList();
    }
}
