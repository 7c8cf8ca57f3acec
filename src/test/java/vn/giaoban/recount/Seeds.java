package vn.giaoban.recount;

import java.util.stream.LongStream;

/** Which random histories are told: few, or with {@code -Drecount.seeds=100-160} a night's work. */
final class Seeds {

    private Seeds() {}

    /** @param usual such as {@code 21-22} */
    static LongStream or(String usual) {
        var range = System.getProperty("recount.seeds", usual).split("-");
        return LongStream.rangeClosed(Long.parseLong(range[0]), Long.parseLong(range[1]));
    }
}
