package vn.giaoban.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestClock;
import vn.giaoban.TestDatabase;
import vn.giaoban.audit.MemberKey;
import vn.giaoban.audit.Reads;
import vn.giaoban.importing.Comparison.Decision;
import vn.giaoban.importing.Comparison.Kind;
import vn.giaoban.importing.Comparison.State;
import vn.giaoban.membership.Batch;
import vn.giaoban.membership.Birth;
import vn.giaoban.membership.CitizenNumber;
import vn.giaoban.membership.Degree;
import vn.giaoban.membership.Matching;
import vn.giaoban.membership.NewMember;
import vn.giaoban.membership.People;
import vn.giaoban.membership.Profile;
import vn.giaoban.membership.Sex;
import vn.giaoban.organisation.Officers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.Verb;

/** Planted differences between a list and the register are found, each as what it is; nobody outside is met; nothing is written. */
@CommittingTest(freshForEachMethod = true)
class ComparisonsTest {

    private static final String HEADS = "Họ và tên;Ngày sinh;Số căn cước;Số lý lịch;Giới tính;Tư cách\n";

    @Autowired
    People people;

    @Autowired
    Officers officers;

    @Autowired
    Comparisons comparisons;

    @Autowired
    Matching matching;

    @Autowired
    Reads reads;

    @Autowired
    TestClock clock;

    @Autowired
    javax.sql.DataSource dataSource;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void register() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            for (var p : List.of("P", "Q")) {
                people.store(
                        People.register(p),
                        Batch.ofMembers(List.of(
                                member(p, "A1", "lan", "Nông Thị Lan", "1970-03-01", Sex.F, "000001BK", "099170000001"),
                                member(p, "A1", "binh", "Lý Văn Bính", "1965-05-06", Sex.M, "000002BK", "099165000002"),
                                member(p, "A1", "dao", "Triệu Thị Đào", "1980-01-01", Sex.F, null, null),
                                member(p, "A1", "mai", "Hà Thị Mai", "1981-02-02", Sex.F, null, null),
                                member(p, "A1", "hai1", "Vi Văn Hai", "1975-07-07", Sex.M, null, null),
                                member(p, "A1", "hai2", "Vi Văn Hai", "1975-07-07", Sex.M, null, null),
                                member(
                                        p,
                                        "B1",
                                        "ngoai",
                                        "Bàn Văn Ngoài",
                                        "1960-01-01",
                                        Sex.M,
                                        "000009BK",
                                        "099160000009"))));
            }
            return null;
        });
    }

    private static NewMember member(
            String p,
            String cell,
            String ref,
            String name,
            String birth,
            Sex sex,
            @Nullable String cv,
            @Nullable String citizen) {
        var profile = Profile.of(name, Birth.on(LocalDate.parse(birth)), sex).numbered(new Profile.Numbers(null, cv));
        var row = NewMember.opening(1, ref, profile, p + cell, Degree.OFFICIAL);
        return citizen == null
                ? row
                : row.withCitizen(CitizenNumber.read(citizen).orElseThrow(), false);
    }

    @Test
    void everyPlantedDifferenceIsFoundAsWhatItIs() {
        var base = base("PA");
        var id = compare(
                base,
                "PA",
                "BAN TỔ CHỨC;;;;;\nDanh sách đảng viên;;;;;\n" + HEADS
                        // the same in other accents and capitals, by number: told differently
                        + "NÔNG THỊ LÁN;01/03/1970;099170000001;000001 BK;Nữ;Chính thức\n"
                        // the number of one, name and birth of nobody
                        + "Hoàng Văn Khác;02/02/1950;099165000002;;Nam;Chính thức\n"
                        // no number, in other accents: the same
                        + "Trieu Thi Dao;01/01/1980;;;Nữ;Dự bị\n"
                        // twice
                        + "Triệu Thị Đào;01/01/1980;;;Nữ;Chính thức\n"
                        // the same name, birth known to the year only
                        + "Hà Thị Mai;1981;;;Nữ;\n"
                        + "Người Không Có;01/01/1990;;;Nữ;Chính thức\n");
        assertThat(told(base, id))
                .containsExactlyInAnyOrder(
                        "DIFFERS CERTAIN 4 Nông Thị Lan family_and_given_name",
                        "DOUBTFUL DOUBTFUL 5 Lý Văn Bính family_and_given_name,birth",
                        "DIFFERS LIKELY 6 Triệu Thị Đào family_and_given_name,degree",
                        "TWICE_THERE null 7 null ",
                        "DOUBTFUL DOUBTFUL 8 Hà Thị Mai birth",
                        "ONLY_THERE null 9 null ",
                        "ONLY_HERE null null Vi Văn Hai ",
                        "ONLY_HERE null null Vi Văn Hai ",
                        "TWICE_HERE null null Vi Văn Hai ");
        var comparison = Acting.as(base, () -> comparisons.comparison(base, id));
        assertThat(List.of(comparison.there(), comparison.here(), comparison.paired()))
                .containsExactly(6, 6, 4);
    }

    /** P2: whether a number is somebody's elsewhere or nobody's makes no difference at all. */
    @Test
    void nobodyOutsideIsMet() {
        var base = base("PA");
        var of = compare(base, "PA", HEADS + "Bàn Văn Ngoài;01/01/1960;099160000009;000009BK;Nam;Chính thức\n");
        var nobody = compare(base, "PA", HEADS + "Bàn Văn Trong;01/01/1961;099160000008;000008BK;Nam;Chính thức\n");
        assertThat(told(base, of)).isEqualTo(told(base, nobody)).contains("ONLY_THERE null 2 null ");
        assertThat(rows(TestDatabase.of(dataSource).asSuperuser(), "double_hit"))
                .isZero();
    }

    @Test
    void anotherPartCannotBeComparedNorLookedAt() {
        var base = base("PA");
        var other = base("PB");
        var id = compare(base, "PA", HEADS + "Nông Thị Lan;01/03/1970;;;;\n");
        assertThatThrownBy(() -> compare(other, "PA", HEADS + "x;01/01/1990;;;;\n"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Acting.as(other, () -> comparisons.comparison(other, id)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Acting.as(other, () -> comparisons.lines(other, id, null, 0, 10)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> decide(other, id, 1)).isInstanceOf(Refusal.class);
        var secretary = officers.over("PA1", Verb.SEE_PERSONS, Verb.RECORD, Verb.SEE_FIGURES);
        assertThatThrownBy(() -> compare(secretary, "PA1", HEADS + "x;01/01/1990;;;;\n"))
                .isInstanceOf(Refusal.class);
    }

    /** P12, and P4: what is kept cannot be read in the database, showing a name is a read, and it goes on its day. */
    @Test
    void theResultIsSealedReadAndForgotten() {
        var base = base("PA");
        var id = compare(base, "PA", HEADS + "Xqtepjw Thị Lạ;01/03/1970;;;;\n");
        var owner = TestDatabase.of(dataSource).asSuperuser();
        assertThat(owner.sql("select count(*) from importing.compared where position('Xqtepjw'::bytea in content) > 0")
                        .query(Long.class)
                        .single())
                .isZero();
        decide(base, id, 1);
        assertThat(Objects.requireNonNull(Acting.as(base, () -> comparisons.lines(base, id, null, 0, 1))
                                .get(0)
                                .decided())
                        .login())
                .isEqualTo("officer");
        var shown = Acting.as(base, () -> comparisons.lines(base, id, Kind.ONLY_HERE, 0, 1))
                .get(0);
        var member = Objects.requireNonNull(shown.member());
        var key = new MemberKey(member.register(), member.number());
        var before = readsOf(key);
        Acting.as(base, () -> matching.shown(base, List.of(member), false));
        assertThat(readsOf(key)).isEqualTo(before + 1);

        clock.advance(Duration.ofDays(179));
        comparisons.sweep();
        assertThat(Acting.as(base, () -> comparisons.lines(base, id, null, 0, 10)))
                .isNotEmpty();
        clock.advance(Duration.ofDays(1));
        comparisons.sweep();
        assertThat(Acting.as(base, () -> comparisons.lines(base, id, null, 0, 10)))
                .isEmpty();
        var left = Acting.as(base, () -> comparisons.comparison(base, id));
        assertThat(left.state()).isEqualTo(State.FORGOTTEN);
        assertThat(left.fileName()).isEqualTo("–");
    }

    @Test
    void nothingAboutMembersIsWritten() {
        var tables = List.of("member", "profile", "movement", "belonging", "citizen_number", "seniority");
        var owner = TestDatabase.of(dataSource).asSuperuser();
        var before = tables.stream().map(table -> rows(owner, table)).toList();
        compare(base("PA"), "PA", HEADS + "Nông Thị Lan;02/03/1970;099170000001;000003BK;Nam;Dự bị\n");
        assertThat(tables.stream().map(table -> rows(owner, table)).toList()).isEqualTo(before);
    }

    @Test
    void aFileWithoutHeadingsIsRefused() {
        assertThatThrownBy(() -> compare(base("PA"), "PA", "a;b;c\n1;2;3\n"))
                .isInstanceOfSatisfying(
                        ImportingRefusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("importing.no-headings"));
    }

    /** 40,000 rows against 40,000 members; asked for: under 30 seconds. */
    @Test
    void fortyThousandRowsTakeNoHalfMinute() throws IOException {
        var count = Integer.getInteger("compare.rows", 4_000);
        people.at("2020-01-10", () -> {
            for (var start = 0; start < count; start += 10_000) {
                var rows = new ArrayList<NewMember>();
                for (var n = start; n < Math.min(count, start + 10_000); n++) {
                    rows.add(member(
                            "P",
                            "B1",
                            "n" + n,
                            name(n),
                            birth(n),
                            Sex.M,
                            "%06dTN".formatted(n),
                            "0991%08d".formatted(n)));
                }
                people.store(People.register("P"), Batch.ofMembers(rows));
            }
            return null;
        });
        // As after an import: else the planner takes the tables for empty.
        TestDatabase.of(dataSource).asSuperuser().sql("analyze").update();
        var file = new ByteArrayOutputStream();
        try (var workbook = new Workbook(file, "test", "1.0")) {
            var sheet = workbook.newWorksheet("1");
            var heads = List.of("Họ và tên", "Ngày sinh", "Số căn cước", "Số lý lịch");
            for (var column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
            }
            for (var n = 0; n < count; n++) {
                sheet.value(n + 1, 0, n % 10 == 0 ? name(n) + " Khác" : name(n));
                sheet.value(n + 1, 1, birth(n));
                sheet.value(n + 1, 2, n % 3 == 0 ? "" : "0991%08d".formatted(n));
                sheet.value(n + 1, 3, n % 2 == 0 ? "" : "%06dTN".formatted(n));
            }
        }
        var base = base("PB");
        var since = System.nanoTime();
        var id = started(base, "PB", new Upload("lon.xlsx", file.toByteArray()));
        var took = Duration.ofNanos(System.nanoTime() - since);
        System.out.printf("compared %d rows in %d ms%n", count, took.toMillis());
        var comparison = Acting.as(base, () -> comparisons.comparison(base, id));
        assertThat(comparison.there()).isEqualTo(count);
        assertThat(comparison.here()).isEqualTo(count + 1);
        assertThat(took).isLessThan(Duration.ofSeconds(30));
    }

    private static String name(int n) {
        return "Nguyễn Văn " + (char) ('A' + n % 26) + (char) ('a' + n / 26 % 26) + (char) ('a' + n / 676 % 26)
                + (char) ('a' + n / 17_576 % 26);
    }

    private static String birth(int n) {
        return LocalDate.of(1950, 1, 1).plusDays(n % 15_000).toString();
    }

    private Actor base(String unit) {
        return officers.over(unit, Verb.SEE_FIGURES, Verb.SEE_PERSONS, Verb.SEE_SENSITIVE, Verb.RECORD, Verb.CONFIRM);
    }

    private long compare(Actor by, String unit, String csv) {
        return started(by, unit, new Upload("ds.csv", csv.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private long started(Actor by, String unit, Upload file) {
        var id = Acting.as(
                by,
                () -> comparisons.start(
                        by,
                        officers.id(unit),
                        new AsOf(LocalDate.of(2020, 2, 1), java.time.Instant.parse("2027-01-01T00:00:00Z")),
                        file));
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Acting.as(by, () -> comparisons.comparison(by, id)).state() != State.RUNNING);
        assertThat(Acting.as(by, () -> comparisons.comparison(by, id)).state()).isEqualTo(State.DONE);
        return id;
    }

    private void decide(Actor by, long id, int line) {
        Acting.as(by, () -> {
            comparisons.decide(by, id, line, Decision.FIX_HERE, "theo giấy khai sinh");
            return null;
        });
    }

    private List<String> told(Actor by, long id) {
        return Acting.as(by, () -> {
            var lines = comparisons.lines(by, id, null, 0, 100);
            var named = matching.shown(
                    by,
                    lines.stream()
                            .map(ComparedLine::member)
                            .filter(Objects::nonNull)
                            .map(Objects::requireNonNull)
                            .distinct()
                            .toList(),
                    false);
            return lines.stream()
                    .map(line -> line.kind() + " " + line.sure() + " " + line.row() + " "
                            + (line.member() == null
                                    ? null
                                    : Objects.requireNonNull(named.get(line.member()))
                                            .name()) + " "
                            + line.differences().stream()
                                    .map(vn.giaoban.membership.Compared.Difference::field)
                                    .collect(Collectors.joining(",")))
                    .toList();
        });
    }

    private int readsOf(MemberKey member) {
        return Acting.as(
                People.SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> reads.of(member).shown().size()));
    }

    private static long rows(JdbcClient owner, String table) {
        return owner.sql("select count(*) from membership." + table)
                .query(Long.class)
                .single();
    }
}
