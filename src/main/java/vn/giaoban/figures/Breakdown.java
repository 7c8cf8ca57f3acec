package vn.giaoban.figures;

/**
 * A way to divide the rows of one source.
 *
 * @param joins text joined after the source's details; <code>{day}</code> is the day of the stock or of the event
 * @param key expression whose value names the part; null reads as "not stated"
 * @param labels statement that yields key, name and English name of the parts, in their order; "" where the key is the name
 * @param sensitive shown to readers without right to people only above the limits of small counts
 */
public record Breakdown(
        String code, Name name, DayRows rows, String joins, String key, boolean sensitive, String labels) {}
