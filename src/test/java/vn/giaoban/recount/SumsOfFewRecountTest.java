package vn.giaoban.recount;

import java.util.stream.LongStream;
import org.springframework.test.context.TestPropertySource;

/** The same where the sums are looked for from the units inside, as of a commune. */
@TestPropertySource(properties = {"giaoban.sums.from-units=0", "giaoban.figures.few-units=1000000"})
class SumsOfFewRecountTest extends SumsRecountTest {

    static LongStream seeds() {
        return Seeds.or("23-24");
    }
}
