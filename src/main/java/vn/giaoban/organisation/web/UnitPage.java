package vn.giaoban.organisation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Alias;
import vn.giaoban.organisation.Holding;
import vn.giaoban.organisation.RecordedEvent;
import vn.giaoban.organisation.Term;
import vn.giaoban.organisation.Unit;
import vn.giaoban.organisation.UnitPart;
import vn.giaoban.ui.Column;
import vn.giaoban.ui.Figure;
import vn.giaoban.ui.NodeChart;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Wording;

/**
 * One unit on the selected day.
 *
 * @param path the units above it, root first
 * @param sectorName in words
 * @param beside a number of each unit below; null for who may not see it
 * @param names of holders, for a reader who may see persons here
 * @param term of its committee: the one of the day, or the last before it
 * @param lineage null where there is nothing to draw
 */
public record UnitPage(
        Unit unit,
        List<Unit> path,
        @Nullable String sectorName,
        List<Unit> below,
        UnitPart.@Nullable Beside beside,
        List<RecordedEvent> events,
        List<Holding> posts,
        Map<Long, String> names,
        List<Alias> aliases,
        @Nullable Term term,
        @Nullable NodeChart lineage,
        List<Figure> figures,
        List<UnitPart.Way> ways,
        boolean mayChange)
        implements Page {

    public List<Column> belowColumns(Wording words) {
        var columns = new ArrayList<>(List.of(
                Column.text(words.text("organisation.unit.name")),
                Column.text(words.text("organisation.unit.kind")),
                Column.text(words.text("organisation.unit.code"))));
        if (beside != null) {
            columns.add(Column.number(beside.heading()));
        }
        return columns;
    }
}
