package vn.giaoban.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** Which row stands for an earlier one that was corrected, however often. */
final class Chain {

    private final Map<String, String> next = new HashMap<>();

    Chain(Map<String, String> replacedBy) {
        next.putAll(replacedBy);
    }

    void replace(String earlier, String later) {
        next.put(earlier, later);
    }

    /** The row that stands for this one now; itself if nobody corrected it. */
    String latest(String ref) {
        var seen = new HashSet<String>();
        var latest = ref;
        while (next.containsKey(latest) && seen.add(latest)) {
            latest = next.get(latest);
        }
        return latest;
    }
}
