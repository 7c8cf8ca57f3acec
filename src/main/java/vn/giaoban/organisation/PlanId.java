package vn.giaoban.organisation;

/** Many events that were decided, previewed and are undone as one. */
public record PlanId(long value) {

    public static PlanId of(String text) {
        return new PlanId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
