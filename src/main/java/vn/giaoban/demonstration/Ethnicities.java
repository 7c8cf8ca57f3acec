package vn.giaoban.demonstration;

import java.util.Arrays;
import java.util.List;

/** Shares of the peoples among those who live or work somewhere, permille in the order of {@link #NAMES}. */
record Ethnicities(int... weights) {

    static final List<String> NAMES = List.of("Tày", "Nùng", "Kinh", "Dao", "Mông", "Hoa", "Sán Chay");

    static Ethnicities parse(String permilles) {
        return new Ethnicities(
                Arrays.stream(permilles.split(",")).mapToInt(Integer::parseInt).toArray());
    }

    /** Most of a village is of one people. */
    Ethnicities ofOneVillage(Dice dice) {
        var most = weights.clone();
        var sum = Arrays.stream(most).sum();
        most[dice.weighted(most)] += 2 * sum;
        return new Ethnicities(most);
    }

    String one(Dice dice) {
        return NAMES.get(dice.weighted(weights));
    }
}
