package vn.giaoban.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.CommittingTest;

/** Not part of the tests: {@code mvn test -Dtest=ImportSpeed} prints how many members a second are imported, preview included. */
@CommittingTest
class ImportSpeed {

    private static final int MEMBERS = 40_000;
    private static final int CELLS = 2_000;

    @Autowired
    ImportFixture fixture;

    @Test
    void fortyThousandMembers() {
        var by = fixture.province(1, "VD");
        var units =
                new StringBuilder("ref,code,name,kind,parent,from\nx,X,Đảng bộ huyện X,dang-bo-huyen,VD,2010-01-01\n");
        for (int i = 0; i < 100; i++) {
            units.append("b%d,B%d,Đảng bộ xã %d,dang-bo-co-so,X,2010-01-01\n".formatted(i, i, i));
        }
        for (int i = 0; i < CELLS; i++) {
            units.append("c%d,C%d,Chi bộ %d,chi-bo,B%d,2010-01-01\n".formatted(i, i, i, i % 100));
        }
        time("units", 100 + CELLS, () -> fixture.load(by, "VD", "units", units.toString()));

        var members = new StringBuilder(
                "ref,family_and_given_name,birth,sex,ethnicity,religion,education,theory,occupation,citizen_number,card,cv_number,cell,belongs_from,degree,opening\n");
        for (int i = 0; i < MEMBERS; i++) {
            members.append(
                    "m%d,Nông Thị %s %d,%02d/%02d/%d,%s,Tày,Không,Đại học,Trung cấp,Giáo viên,999%09d,,%06d,C%d,2015-01-01,%s,yes\n"
                            .formatted(
                                    i,
                                    (char) ('A' + i % 26),
                                    0,
                                    1 + i % 28,
                                    1 + i % 12,
                                    1950 + i % 50,
                                    i % 2 == 0 ? "M" : "F",
                                    i,
                                    i,
                                    i % CELLS,
                                    i % 20 == 0 ? "probationary" : "official")
                            .replace(" 0,", ","));
        }
        time("members, preview", MEMBERS, () -> fixture.preview(by, "VD", "members", members.toString()));
        time("members", MEMBERS, () -> fixture.load(by, "VD", "members", members.toString()));
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void time(String what, int rows, Runnable work) {
        var start = System.nanoTime();
        var cpu = cpu();
        work.run();
        System.out.printf(
                "%s: %d ms of the processor in this program%n",
                what, cpu().minus(cpu).toMillis());
        var took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf(
                "%s: %d rows in %d ms, %d rows a second%n",
                what, rows, took.toMillis(), rows * 1000L / took.toMillis());
        assertThat(took).isPositive();
    }
}
