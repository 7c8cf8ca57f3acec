package vn.giaoban.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.giaoban.importing.sheet.Line;
import vn.giaoban.membership.Compared.Told;

/**
 * Reads the list of another system: what stands above its headings is passed over, columns are known by the headings of member imports and
 * their other names, the rest is left out. A cell that cannot be read tells nothing.
 */
final class OtherList implements Consumer<Line> {

    private static final int MOST_ABOVE = 15;
    private static final int ENOUGH = 2;

    private final Findings findings = new Findings((code, arguments) -> code);
    private final CellParser parser = new CellParser(findings);
    private final List<Told> rows = new ArrayList<>();
    private @Nullable Headings headings;
    private int above;

    @Override
    public void accept(Line line) {
        if (headings != null) {
            row(line, headings);
            return;
        }
        var matched = Headings.match(ImportKind.MEMBERS, line, Map.of(), findings);
        if (matched.columns().stream().filter(Objects::nonNull).count() >= ENOUGH) {
            headings = matched;
        } else if (++above > MOST_ABOVE) {
            throw ImportingRefusal.noHeadings();
        }
    }

    private void row(Line line, Headings headings) {
        var told = new HashMap<String, @Nullable String>();
        for (var i = 0; i < headings.columns().size(); i++) {
            var column = headings.columns().get(i);
            if (column != null) {
                told.put(column.code(), parser.parse(line.number(), column, line.cell(i)));
            }
        }
        if (told.get("family_and_given_name") == null
                && told.get("citizen_number") == null
                && told.get("card") == null
                && told.get("cv_number") == null) {
            return; // a line of sums or signatures
        }
        rows.add(new Told(
                line.number(),
                told.get("family_and_given_name"),
                told.get("birth"),
                told.get("sex"),
                told.get("citizen_number"),
                told.get("card"),
                told.get("cv_number"),
                upper(told.get("degree")),
                told.get("official_day")));
    }

    private static @Nullable String upper(@Nullable String code) {
        return code == null ? null : code.toUpperCase(Locale.ROOT);
    }

    /** @throws ImportingRefusal if no line looks like headings, or none of them is a name */
    List<Told> rows() {
        if (headings == null
                || headings.columns().stream()
                        .noneMatch(column -> column != null && column.code().equals("family_and_given_name"))) {
            throw ImportingRefusal.noHeadings();
        }
        return rows;
    }
}
