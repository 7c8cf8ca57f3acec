package vn.giaoban.figures;

import java.util.Map;

/**
 * A way to divide the rows of one source.
 *
 * @param joins text joined after the source's details; <code>{day}</code> is the day of the stock or of the event. Its names are its own:
 *     two breakdowns may be joined to the same rows
 * @param key expression whose value names the part, never ""; null reads as "not stated"
 * @param labels statement that yields key, name and English name of the parts, in their order; "" where the key is the name
 * @param entering indicators of flows that take a person into a part out of the others, with the key of that part: recognition makes official
 * @param sensitive shown to readers without right to people only above the limits of small counts
 * @param kept whether sums of it are kept for whole registers; else it is counted whenever it is asked for
 */
public record Breakdown(
        String code,
        Name name,
        DayRows rows,
        String joins,
        String key,
        boolean sensitive,
        String labels,
        Map<String, String> entering,
        boolean kept) {

    public Breakdown(String code, Name name, DayRows rows, String joins, String key, boolean sensitive, String labels) {
        this(code, name, rows, joins, key, sensitive, labels, Map.of(), true);
    }

    public Breakdown {
        entering = Map.copyOf(entering);
    }

    /** The same with flows that take people from part to part. */
    public Breakdown entered(Map<String, String> flows) {
        return new Breakdown(code, name, rows, joins, key, sensitive, labels, flows, kept);
    }

    /** The same, of which no sums are kept: what changes with the units, or is asked for by statistical forms alone. */
    public Breakdown countedWhenAsked() {
        return new Breakdown(code, name, rows, joins, key, sensitive, labels, entering, false);
    }
}
