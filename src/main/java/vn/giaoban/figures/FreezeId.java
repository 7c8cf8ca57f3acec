package vn.giaoban.figures;

/** Number of a settled (frozen) reading; unique over all registers. */
public record FreezeId(long value) {

    /** Reads the form used in addresses; Spring's converters call this. */
    public static FreezeId of(String text) {
        return new FreezeId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
