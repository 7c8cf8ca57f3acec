package vn.giaoban.shared;

/** A unit of the organisation, whatever it is called and wherever it stands. */
public record UnitId(long value) implements Comparable<UnitId> {

    /** Reads the form used in addresses; Spring's converters call this. */
    public static UnitId of(String text) {
        return new UnitId(Long.parseLong(text));
    }

    @Override
    public int compareTo(UnitId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
