package vn.giaoban.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FirstSeenTest {

    @Test
    void saysTheSameAsAMap() {
        var random = new Random(7);
        var map = new HashMap<String, Integer>();
        var seen = new FirstSeen();
        for (var row = 0; row < 200_000; row++) {
            var text = "mã " + random.nextInt(150_000);
            assertThat(seen.has(text)).isEqualTo(map.containsKey(text));
            var before = map.putIfAbsent(text, row);
            assertThat(seen.putIfAbsent(text, row)).isEqualTo(before == null ? FirstSeen.NEW : before);
        }
    }
}
