package vn.giaoban.demonstration;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of persons and villages, made from lists as the peoples of the area form them. */
final class Names {

    private final Map<String, List<String>> words = new HashMap<>();
    private final Map<String, List<String>> parts = new HashMap<>();

    Names() {
        var lists = Lists.read("names.txt");
        for (var title : lists.byTitle().keySet()) {
            if (!title.isEmpty()) {
                words.put(title, lists.words(title));
                parts.put(title, lists.parts(title));
            }
        }
    }

    String person(Dice dice, String ethnicity, char sex) {
        var family = dice.of(list("family " + ethnicity));
        var middle = dice.of(either("middle " + ethnicity + " " + sex, "middle " + sex));
        var givenNames = either("given " + ethnicity + " " + sex, "given " + sex);
        var given = dice.of(givenNames);
        while (given.equals(middle) || given.equals(family)) {
            given = dice.of(givenNames);
        }
        // many have a second middle name: "Hoàng Thị Thu Hương"
        if (middle.equals("Thị") && dice.permille(350)) {
            var second = dice.of(List.of("Thu", "Thanh", "Bích", "Kim", "Hồng", "Minh", "Ngọc"));
            return second.equals(given)
                    ? family + " " + middle + " " + given
                    : family + " " + middle + " " + second + " " + given;
        }
        return family + " " + middle + " " + given;
    }

    /** A village name that is not among those used. */
    String village(Dice dice, boolean lowland, Collection<String> used) {
        while (true) {
            var name = dice.permille(lowland ? 800 : 180)
                    ? dice.of(parts.getOrDefault("village plain", List.of()))
                    : dice.of(list("village first")) + " " + dice.of(list("village second"));
            if (!used.contains(name)) {
                return name;
            }
        }
    }

    String outside(Dice dice) {
        return dice.of(parts.getOrDefault("outside", List.of()));
    }

    private List<String> list(String title) {
        return words.getOrDefault(title, List.of());
    }

    private List<String> either(String title, String otherwise) {
        return words.containsKey(title) ? list(title) : list(otherwise);
    }
}
