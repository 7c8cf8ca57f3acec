package vn.giaoban.shared;

/** Where a record was first entered: one per organisation directly under the Centre when it joined. Never changes. */
public record RegisterId(short value) {

    public static RegisterId of(int value) {
        return new RegisterId((short) value);
    }

    @Override
    public String toString() {
        return Short.toString(value);
    }
}
