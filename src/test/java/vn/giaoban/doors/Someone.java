package vn.giaoban.doors;

import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.RegisterId;

/**
 * A person of the random registers.
 *
 * @param sign the given name, which nobody and nothing else bears
 * @param cell where the person stands today, before what this cell became; null for those who left
 * @param last the last cell of those who left
 */
record Someone(
        RegisterId register,
        String ref,
        String sign,
        @Nullable String cell,
        String last,
        long number) {

    /** A name of letters that is found nowhere by chance. */
    static String sign(int n) {
        var letters = new StringBuilder("Xq");
        for (var rest = n + 26 * 26; rest > 0; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.append("jw").toString();
    }

    String id() {
        return register + "-" + number;
    }

    Someone gone() {
        return new Someone(register, ref, sign, null, last, number);
    }

    Someone in(String newCell) {
        return new Someone(register, ref, sign, newCell, newCell, number);
    }

    Someone numbered(long newNumber) {
        return new Someone(register, ref, sign, cell, last, newNumber);
    }
}
