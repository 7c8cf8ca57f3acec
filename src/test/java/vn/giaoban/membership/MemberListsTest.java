package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaoban.membership.People.evening;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestDatabase;
import vn.giaoban.Visits;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.organisation.Officers;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Order, pages, filters and search of lists, and lists taken away; two registers with the same tree and the same names. */
@CommittingTest(freshForEachMethod = true)
class MemberListsTest {

    static final List<String> NAMES = List.of(
            "Nguyễn Văn Đức",
            "Hoàng Thị Ánh",
            "Lý Văn An",
            "Bàn Thị Ấn",
            "Đặng Văn Đông",
            "Nguyễn Văn Dũng",
            "Triệu Thị Quỳ",
            "Triệu Thị Quý",
            "Triệu Thị Quy",
            "Trần Thủy Ủy",
            "Hà Ơn",
            "Hà Ôn");
    static final AsOf DAY = new AsOf(LocalDate.parse("2024-03-19"), evening("2024-03-19"));

    @Autowired
    People people;

    @Autowired
    Visits visits;

    @Autowired
    Officers officers;

    @Autowired
    Organisation organisation;

    @Autowired
    Membership membership;

    @Autowired
    javax.sql.DataSource database;

    @BeforeEach
    void namesInTwoCells() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            for (var p : List.of("P", "Q")) {
                var rows = new ArrayList<NewMember>();
                for (var n = 0; n < NAMES.size(); n++) {
                    var profile = Profile.of(
                                    NAMES.get(n),
                                    Birth.on(LocalDate.of(1990, 1, 1).minusYears(n)),
                                    n % 3 == 0 ? Sex.F : Sex.M)
                            .numbered(new Profile.Numbers("0" + n, "00000" + n + p + "X"));
                    rows.add(NewMember.opening(n, "n" + n, profile, p + (n % 2 == 0 ? "A1" : "B1"), Degree.OFFICIAL)
                            .withCitizen(
                                    CitizenNumber.read("00019900000" + n % 10).orElseThrow(), false));
                    if (n >= 10) {
                        rows.set(n, rows.get(n).withCitizen(null, false));
                    }
                }
                people.store(People.register(p), Batch.ofMembers(rows));
            }
            return true;
        });
    }

    @Test
    void namesStandInVietnameseOrderOfTheGivenName() {
        var asked = page(officer(), PersonList.Filter.of(id("PX")), 1, 100);
        assertThat(asked.people())
                .extracting(Person::name)
                .containsExactly(
                        "Lý Văn An",
                        "Hoàng Thị Ánh",
                        "Bàn Thị Ấn",
                        "Nguyễn Văn Dũng",
                        "Đặng Văn Đông",
                        "Nguyễn Văn Đức",
                        "Hà Ôn",
                        "Hà Ơn",
                        "Triệu Thị Quy",
                        "Triệu Thị Quỳ",
                        "Triệu Thị Quý",
                        "Trần Thủy Ủy");
    }

    /** Every syllable with every tone in every place: the key sorts as PostgreSQL's Vietnamese collation does. */
    @Test
    void theKeyOfANameSortsAsTheCollationDoes() {
        var syllables = List.of(
                "A", "Ái", "An", "Án", "Ấn", "Ẩn", "Ân", "Ăn", "Bă", "Cù", "Dũng", "Đa", "Đạ", "E", "Ê", "Huề", "Hoà",
                "Hòa", "Hoa", "Hỏa", "Hõa", "Hóa", "Họa", "Nghĩa", "Ngừ", "Ngữ", "Ơn", "Ôn", "On", "Thuỵ", "Thụy", "U",
                "Ư", "Xuân", "Y", "Ỳ", "Ỷ", "Ỹ", "Ý", "Ỵ", "K'Brôi", "Zơ", "Wa", "Jút", "Fa");
        var names = new ArrayList<String>();
        for (var first : syllables) {
            for (var last : syllables) {
                names.add(first + " " + last);
            }
        }
        var wrong = TestDatabase.of(database)
                .asOwner()
                .sql("""
                        with name as (select unnest(:names) as name),
                        placed as (
                            select name, row_number() over (order by split_part(name, ' ', -1) collate "vi-x-icu", name collate "vi-x-icu") as icu,
                                   row_number() over (order by membership.name_key(name) collate "C", name collate "vi-x-icu") as ours
                              from name)
                        select name from placed where icu <> ours
                        """)
                .param("names", names.toArray(String[]::new))
                .query(String.class)
                .list();
        assertThat(wrong).isEmpty();
    }

    @Test
    void pagesFollowOneAnotherAndTheLastIsTheLast() {
        var filter = PersonList.Filter.of(id("PX"));
        var all = page(officer(), filter, 1, 100).people();
        assertThat(page(officer(), filter, 2, 5).people()).isEqualTo(all.subList(5, 10));
        var last = page(officer(), filter, 1_000, 5);
        assertThat(last.people()).isEqualTo(all.subList(10, 12));
        assertThat(last.page()).isEqualTo(3);
        assertThat(last.all()).isEqualTo(12);
        assertThat(page(officer(), filter.sorted("-name"), 1, 2).people())
                .extracting(Person::name)
                .containsExactly("Trần Thủy Ủy", "Triệu Thị Quý");
        assertThat(page(officer(), filter.sorted("birth"), 1, 2).people())
                .extracting(Person::name)
                .containsExactly("Hà Ôn", "Hà Ơn");
        assertThat(page(officer(), filter.sorted("cell"), 1, 12).people())
                .extracting(Person::cellName)
                .startsWith("Chi bộ thôn PA1")
                .endsWith("Chi bộ thôn PB1");
    }

    @Test
    void onlyThePeopleOfThePageAreRead() {
        var reader = officer();
        var before = reads();
        page(reader, PersonList.Filter.of(id("PX")), 2, 5);
        assertThat(reads()).isEqualTo(before + 5);
    }

    @Test
    void whatIsEnteredMeanwhileIsOnTheNextPageThatIsRead() {
        var filter = PersonList.Filter.of(id("PX"));
        assertThat(page(officer(), filter, 1, 100).all()).isEqualTo(12);
        people.at("2024-03-20", () -> {
            people.move("m1", "n0", "died", "2024-03-01", "A1>");
            return true;
        });
        assertThat(Acting.as(
                                officer(),
                                () -> membership.list(
                                        officer(),
                                        filter,
                                        new PersonList.Slice(1, 100),
                                        new AsOf(DAY.day(), evening("2024-03-21")),
                                        ReadKind.LIST))
                        .all())
                .isEqualTo(11);
    }

    @Test
    void aListIsNarrowed() {
        var filter = PersonList.Filter.of(id("PX"));
        assertThat(page(
                                officer(),
                                new PersonList.Filter(filter.unit(), null, Sex.F, "", PersonList.By.NAME, false),
                                1,
                                100)
                        .people())
                .hasSize(4)
                .allMatch(person -> person.sex() == Sex.F);
        assertThat(page(
                                officer(),
                                new PersonList.Filter(
                                        filter.unit(), Degree.PROBATIONARY, null, "", PersonList.By.NAME, false),
                                1,
                                100)
                        .people())
                .isEmpty();
        for (var text : List.of("nguyen van d", "NGUYỄN VĂN Đ", "văn d")) {
            assertThat(page(
                                    officer(),
                                    new PersonList.Filter(filter.unit(), null, null, text, PersonList.By.NAME, false),
                                    1,
                                    100)
                            .people())
                    .as(text)
                    .extracting(Person::name)
                    .contains("Nguyễn Văn Dũng", "Nguyễn Văn Đức")
                    .doesNotContain("Hà Ôn");
        }
    }

    @Test
    void searchInAnyAccentsByCvCardAndCitizenNumber() {
        assertThat(found("nguyen van d")).containsExactly("Nguyễn Văn Dũng", "Nguyễn Văn Đức");
        assertThat(found("uy tran")).containsExactly("Trần Thủy Ủy");
        assertThat(found("thuỷ uỷ")).isEqualTo(found("thủy ủy")).containsExactly("Trần Thủy Ủy");
        assertThat(found("000003px")).containsExactly("Bàn Thị Ấn");
        assertThat(found("011")).containsExactly("Hà Ôn");
        assertThat(found("000199000004")).containsExactly("Đặng Văn Đông");
        assertThat(found("00019900000")).isEmpty();
        assertThat(found("%")).isEmpty();
        assertThat(found("_guyen")).isEmpty();
    }

    @Test
    void whoMovedAwaySinceIsSeenWhereHeStandsToday() {
        people.at("2024-03-18", () -> {
            people.move("m1", "n1", "transfer", "2024-03-02", "B1>C1");
            return true;
        });
        var february = new AsOf(LocalDate.parse("2024-02-01"), evening("2024-03-19"));
        var ofX = officers.over("PX", Verb.SEE_PERSONS);
        assertThat(list(ofX, id("PX"), february)).hasSize(11);
        var ofProvince = officers.over("P", Verb.SEE_PERSONS);
        assertThat(list(ofProvince, id("PX"), february)).hasSize(12);
    }

    @Test
    void takingAListAwayIsARightAndAReadOfEverybodyWithItsPurpose() {
        var reader = officers.over("PX", Verb.SEE_PERSONS);
        visits.get(reader, "/members/export?unit={unit}", id("PX")).hasStatus(404);
        visits.post(reader, "/members/export?unit=" + id("PX") + "&purpose=x").hasStatus(404);
        visits.get(reader, "/members?unit={unit}", id("PX")).bodyText().doesNotContain("/members/export");

        var exporter = officers.over("PX", Verb.SEE_PERSONS, Verb.EXPORT_PERSONS);
        visits.get(exporter, "/members/export?unit={unit}", id("PX"))
                .hasStatusOk()
                .bodyText()
                .contains("Lấy để làm gì")
                .doesNotContain("⟦");
        visits.post(exporter, "/members/export?unit=" + id("PX") + "&purpose= &format=csv")
                .hasStatus(422)
                .bodyText()
                .contains("Hãy ghi lấy danh sách để làm gì");
        var before = reads();
        var file = visits.post(
                        exporter, "/members/export?unit=" + id("PX") + "&purpose=đối khớp&format=csv&on=2024-03-19")
                .actual();
        assertThat(file).hasStatusOk();
        var text = new String(file.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(text)
                .contains("MẬT", "12 người", "Lý Văn An", "000002PX", "PA1", "Chi bộ thôn PB1")
                .doesNotContain("⟦", "000199000002", "QX");
        assertThat(text.lines().filter(line -> line.contains("Chi bộ thôn"))).hasSize(12);
        assertThat(reads()).isEqualTo(before + 12);
        assertThat(TestDatabase.of(database)
                        .asSuperuser()
                        .sql("select distinct reason from audit.read where kind = 'EXPORT'")
                        .query(String.class)
                        .list())
                .containsExactly("đối khớp");
    }

    @Test
    void aWorkbookIsAWorkbook() throws Exception {
        var exporter = officers.over("PX", Verb.SEE_PERSONS, Verb.EXPORT_PERSONS);
        var file = visits.post(exporter, "/members/export?unit=" + id("PX") + "&purpose=x&q=nguyen&on=2024-03-19")
                .actual();
        try (var workbook = new ReadableWorkbook(
                        new ByteArrayInputStream(file.getResponse().getContentAsByteArray()));
                var rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.filter(row -> row.getCellCount() > 1).map(row -> row.getCellText(1)))
                    .containsExactly("Họ và tên", "Nguyễn Văn Dũng", "Nguyễn Văn Đức");
        }
    }

    @Test
    void aPaperHasASheetForEachCellAndIsARead() {
        var before = reads();
        visits.get(officer(), "/members/print?unit={unit}&on=2024-03-19", id("PX"))
                .hasStatusOk()
                .bodyText()
                .contains("<h2>Chi bộ thôn PA1</h2>", "<h2>Chi bộ thôn PB1</h2>", "Đổi việc", "Người lập danh sách")
                .doesNotContain("⟦");
        assertThat(reads()).isEqualTo(before + 12);
    }

    private List<String> found(String text) {
        return Acting.as(officer(), () -> membership.search(officer(), text, 10)).stream()
                .map(Person::name)
                .toList();
    }

    private PersonList page(Actor by, PersonList.Filter filter, int page, int size) {
        return Acting.as(by, () -> membership.list(by, filter, new PersonList.Slice(page, size), DAY, ReadKind.LIST));
    }

    private List<Person> list(Actor by, UnitId unit, AsOf at) {
        return Acting.as(
                        by,
                        () -> membership.list(
                                by, PersonList.Filter.of(unit), new PersonList.Slice(1, 100), at, ReadKind.LIST))
                .people();
    }

    private long reads() {
        return TestDatabase.of(database)
                .asSuperuser()
                .sql("select coalesce(sum(cardinality(members)), 0) from audit.read")
                .query(Long.class)
                .single();
    }

    private UnitId id(String code) {
        return organisation.named(code).orElseThrow();
    }

    private Actor officer() {
        return officers.over("PX", Verb.SEE_PERSONS);
    }
}
