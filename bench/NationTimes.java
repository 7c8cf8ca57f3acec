import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times of one thing, in nanoseconds. */
final class NationTimes {

    private final List<Long> nanos = new ArrayList<>();

    void add(long time) {
        nanos.add(time);
    }

    void addAll(NationTimes others) {
        nanos.addAll(others.nanos);
    }

    int runs() {
        return nanos.size();
    }

    double median() {
        return at(0.5);
    }

    double p95() {
        return at(0.95);
    }

    /** @return milliseconds within which that part of all was done; 0 if there are none */
    double at(double part) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1)) / 1e6;
    }

    @Override
    public String toString() {
        return runs() == 0 ? "–" : ms(median()) + " (" + ms(p95()) + ")";
    }

    static String ms(double milliseconds) {
        return milliseconds < 10 ? "%.1f".formatted(milliseconds) : String.format(Locale.ROOT, "%,.0f", milliseconds);
    }
}
