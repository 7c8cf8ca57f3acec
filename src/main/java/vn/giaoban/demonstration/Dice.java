package vn.giaoban.demonstration;

import java.time.LocalDate;
import java.util.List;

/** SplitMix64, written out: the library's generators may change between versions of the JDK, and the demonstration must not. */
final class Dice {

    private long state;

    Dice(long seed) {
        state = seed;
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        var z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    /** A number from {@code least} to {@code most}, both possible. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean permille(int chance) {
        return below(1000) < chance;
    }

    <T> T of(List<T> list) {
        return list.get(below(list.size()));
    }

    /** The index of one of the weights, each as likely as it is heavy. */
    int weighted(int... weights) {
        var sum = 0;
        for (var weight : weights) {
            sum += weight;
        }
        var left = below(sum);
        for (var i = 0; ; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
    }

    /** A day in {@code [from, until)}. */
    LocalDate day(LocalDate from, LocalDate until) {
        return from.plusDays(below((int) (until.toEpochDay() - from.toEpochDay())));
    }
}
