package vn.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartNamesTest {

    @Test
    void levelsStandInTheirOrderAndNotStatedLast() {
        var order = List.of("tieu-hoc", "trung-cap", "dai-hoc");
        assertThat(sorted(order, "dai-hoc", "tieu-hoc", "khac", "trung-cap"))
                .containsExactly("tieu-hoc", "trung-cap", "dai-hoc", "khac");
        assertThat(PartNames.rank(order, null)).isGreaterThan(PartNames.rank(order, "khac"));
    }

    @Test
    void bandsStandByWhereTheyBegin() {
        assertThat(sorted(List.of(), ">60", "31–35", "<18", "18–30", "56–60"))
                .containsExactly("<18", "18–30", "31–35", "56–60", ">60");
    }

    private static List<String> sorted(List<String> order, String... keys) {
        return Arrays.stream(keys)
                .sorted(Comparator.comparing(key -> PartNames.rank(order, key)))
                .toList();
    }
}
