package vn.giaoban.organisation;

/** Number of an event on units; unique over all registers. */
public record EventId(long value) implements Comparable<EventId> {

    public static EventId of(String text) {
        return new EventId(Long.parseLong(text));
    }

    @Override
    public int compareTo(EventId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
