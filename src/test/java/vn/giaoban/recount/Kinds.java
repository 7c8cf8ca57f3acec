package vn.giaoban.recount;

import java.util.List;
import java.util.Set;

/** What the counting needs to know of a kind of unit. */
final class Kinds {

    static final Set<String> HOLDING_MEMBERS = Set.of("chi-bo", "chi-bo-co-so");
    static final Set<String> BASE = Set.of("dang-bo-co-so", "chi-bo-co-so");
    static final Set<String> CAUCUSES = Set.of("dang-doan", "ban-can-su");

    private static final Set<String> NOT_COUNTED = Set.of("dang-doan", "ban-can-su", "to-dang", "chi-bo-tam-thoi");

    /** From the top down; a unit stands under one further up. */
    private static final List<Set<String>> RANKS = List.of(
            Set.of("centre"),
            Set.of("dang-bo-tinh"),
            Set.of("dang-bo-huyen", "dang-bo-thanh-pho", "dang-bo-khoi"),
            Set.of("dang-bo-co-so", "chi-bo-co-so"),
            Set.of("dang-bo-bo-phan"),
            Set.of("chi-bo"));

    private Kinds() {}

    static boolean counts(String kind) {
        return !NOT_COUNTED.contains(kind);
    }

    static boolean mayStandUnder(String kind, String parent) {
        if (kind.equals("chi-bo")) {
            return parent.equals("dang-bo-co-so") || parent.equals("dang-bo-bo-phan");
        }
        return !HOLDING_MEMBERS.contains(parent) && rank(parent) < rank(kind);
    }

    private static int rank(String kind) {
        for (int i = 0; i < RANKS.size(); i++) {
            if (RANKS.get(i).contains(kind)) {
                return i;
            }
        }
        return CAUCUSES.contains(kind) ? 3 : RANKS.size();
    }
}
