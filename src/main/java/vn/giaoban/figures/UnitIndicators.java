package vn.giaoban.figures;

import static vn.giaoban.figures.Indicator.Measure.PERCENT;
import static vn.giaoban.figures.Indicator.Measure.PERSON;
import static vn.giaoban.figures.Indicator.Measure.UNIT;
import static vn.giaoban.figures.Indicator.Measure.VILLAGE;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.giaoban.figures.Reckoning.InPeriod;
import vn.giaoban.figures.Reckoning.Moment;
import vn.giaoban.figures.Reckoning.OnDay;
import vn.giaoban.figures.Reckoning.Population;
import vn.giaoban.figures.Reckoning.Share;

/** What can be counted of units and villages, declared on behalf of organisation, which lies below this module. */
@Component
@Order(20)
class UnitIndicators implements Declares {

    private static final DayRows UNITS = new DayRows(
            "units",
            "organisation_api.unit_in(cast(:hierarchy as smallint), {day}, :known)",
            "",
            DayRows.Of.UNIT,
            new DayRows.Spans("organisation_api.unit_spans(:known) r", null));
    private static final DayRows VILLAGES =
            new DayRows("villages", "organisation_api.villages_on({day}, :known)", "", DayRows.Of.VILLAGE);
    private static final EventRows OPENINGS =
            new EventRows("openings", "organisation_api.openings(:from, :until, :known)", DayRows.Of.UNIT);
    private static final EventRows CLOSINGS =
            new EventRows("closings", "organisation_api.closings(:from, :until, :known)", DayRows.Of.UNIT);

    @Override
    public List<Indicator> indicators() {
        return List.of(
                Indicator.of("units", "Tổ chức đảng", "Organisations", UNIT, units("r.counts")),
                Indicator.of(
                                "direct-organisations",
                                "Tổ chức đảng trực thuộc",
                                "Organisations directly under it",
                                UNIT,
                                units("r.counts and r.parent_id = c.line_id"))
                        .onlyAsWas(),
                Indicator.of(
                        "base-organisations",
                        "Tổ chức cơ sở đảng",
                        "Base organisations",
                        UNIT,
                        units("r.class in ('BASE', 'BASE_CELL')")),
                Indicator.of("base-cells", "Chi bộ cơ sở", "Base cells", UNIT, units("r.class = 'BASE_CELL'")),
                Indicator.of(
                        "part-organisations", "Đảng bộ bộ phận", "Part organisations", UNIT, units("r.class = 'PART'")),
                Indicator.of("cells", "Chi bộ trực thuộc", "Cells", UNIT, units("r.class = 'CELL'")),
                Indicator.of(
                        "caucuses",
                        "Đảng đoàn, ban cán sự đảng",
                        "Caucuses and designated committees",
                        UNIT,
                        units("r.class = 'CAUCUS'")),
                Indicator.of(
                        "units-established",
                        "Tổ chức đảng thành lập trong kỳ",
                        "Units established",
                        UNIT,
                        new InPeriod(OPENINGS, "r.counts")),
                Indicator.of(
                        "units-closed",
                        "Tổ chức đảng kết thúc trong kỳ",
                        "Units closed",
                        UNIT,
                        new InPeriod(CLOSINGS, "r.counts")),
                Indicator.of(
                        "villages-with-cell",
                        "Thôn, tổ dân phố có chi bộ",
                        "Villages with a cell",
                        VILLAGE,
                        villages("r.covered")),
                Indicator.of(
                        "villages-without-cell",
                        "Thôn, tổ dân phố chưa có chi bộ",
                        "Villages without a cell",
                        VILLAGE,
                        villages("not r.covered")),
                Indicator.of(
                        "secretaries-village-head",
                        "Bí thư chi bộ đồng thời là trưởng thôn, tổ trưởng tổ dân phố",
                        "Secretaries who head the village",
                        VILLAGE,
                        villages("r.covered and r.secretary_is_head")),
                Indicator.of(
                        "secretaries-village-head-share",
                        "Tỷ lệ bí thư chi bộ đồng thời là trưởng thôn, tổ trưởng tổ dân phố",
                        "Share of villages headed by the secretary",
                        PERCENT,
                        new Share("secretaries-village-head", "villages-with-cell")),
                Indicator.of("population", "Dân số", "Population", PERSON, new Population()));
    }

    @Override
    public List<Breakdown> breakdowns() {
        return List.of(
                new Breakdown(
                        "unit-sector",
                        new Name("Loại hình cơ sở của tổ chức đảng", "Sector of organisations"),
                        UNITS,
                        "",
                        "r.sector",
                        false,
                        BaseSector.LABELS),
                new Breakdown(
                                "unit-base-sector",
                                new Name("Loại hình của tổ chức cơ sở đảng", "Sector of the base organisation"),
                                UNITS,
                                BaseSector.JOIN,
                                BaseSector.KEY,
                                false,
                                BaseSector.LABELS)
                        .countedWhenAsked(),
                new Breakdown(
                        "unit-kind",
                        new Name("Loại tổ chức đảng", "Kind of organisations"),
                        UNITS,
                        "",
                        "r.kind",
                        false,
                        "select kind_code, name, name_en from organisation_api.kind order by rank"));
    }

    private static OnDay units(String condition) {
        return new OnDay(UNITS, Moment.CLOSING, condition, false);
    }

    private static OnDay villages(String condition) {
        return new OnDay(VILLAGES, Moment.CLOSING, condition, false);
    }
}
