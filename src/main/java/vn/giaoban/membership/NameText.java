package vn.giaoban.membership;

import java.util.ArrayList;
import java.util.List;
import vn.giaoban.shared.Vietnamese;

/** Names for searching. */
final class NameText {

    private NameText() {}

    /** Every rotation of the folded syllables: what is typed is found as the beginning of one, wherever in the name it stands. */
    static List<String> rotations(String name) {
        var syllables = Vietnamese.folded(name).split(" ");
        var rotations = new ArrayList<String>(syllables.length);
        for (var first = 0; first < syllables.length; first++) {
            var rotation = new StringBuilder();
            for (var i = 0; i < syllables.length; i++) {
                rotation.append(i == 0 ? "" : " ").append(syllables[(first + i) % syllables.length]);
            }
            rotations.add(rotation.toString());
        }
        return rotations;
    }
}
