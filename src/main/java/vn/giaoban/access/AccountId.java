package vn.giaoban.access;

/** Key of an account. */
public record AccountId(long value) {

    /** Reads the form used in addresses; Spring's converters call this. */
    public static AccountId of(String text) {
        return new AccountId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
