package vn.giaoban.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaoban.organisation.TwoProvinces.P;
import static vn.giaoban.organisation.TwoProvinces.SYSTEM;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;
import vn.giaoban.CommittingTest;
import vn.giaoban.Visits;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Decisions as large as real ones, typed into the forms as a browser without script would send them. */
@CommittingTest(freshForEachMethod = true)
@ExtendWith(ActingAsSystem.class)
class EventFormsTest {

    private static final Pattern PREVIEWED = Pattern.compile("name=\"previewed\" value=\"(\\w+)\"");

    @Autowired
    Visits visits;

    @Autowired
    Officers officers;

    @Autowired
    Entries entries;

    @Autowired
    TwoProvinces provinces;

    @Autowired
    UnitEvents events;

    @Autowired
    Organisation organisation;

    @Autowired
    History history;

    Actor officer = new Actor(0, "nobody", Set.of(), List.of());

    @BeforeEach
    void aSmallTree() {
        provinces.enter();
        officer = officers.over("P", Verb.CHANGE_STRUCTURE);
    }

    @Test
    void sevenCommunesBecomeThreeAndACellGoesToAnother() {
        var communes = new ArrayList<NewUnit>();
        for (var n = 1; n <= 7; n++) {
            communes.add(NewUnit.of("K" + n, "Đảng bộ xã K" + n, "dang-bo-co-so", "PY"));
            communes.add(NewUnit.of("K" + n + "A", "Chi bộ K" + n + "A", "chi-bo", "K" + n));
            communes.add(NewUnit.of("K" + n + "B", "Chi bộ K" + n + "B", "chi-bo", "K" + n));
        }
        events.apply(SYSTEM, Plan.of(UnitEvent.open(P, LocalDate.of(2024, 1, 1), communes.toArray(NewUnit[]::new))));
        var form = form("K1", "CONSOLIDATE");
        var typed = new LinkedHashMap<String, String>(Map.of("number", "12-QĐ", "name-0", "Đảng bộ xã Một"));

        // another line for a new unit, twice: nothing is complete yet, and nothing typed is lost
        typed.put("lines", "1");
        var again = text(send(form, typed, "again=line"));
        assertThat(again)
                .contains("name=\"name-1\"", "Đảng bộ xã Một", "12-QĐ", "name=\"lines\" value=\"2\"")
                .doesNotContain("name=\"name-2\"", "Hãy ghi", "alert-danger");
        typed.put("lines", "2");
        typed.put("day", "32/13/2024");
        again = text(send(form, typed, "again=line"));
        assertThat(again).contains("name=\"name-2\"", "32/13/2024");

        typed.putAll(
                Map.of("lines", "3", "day", "1/4/2024", "code-0", "M1", "name-1", "Đảng bộ xã Hai", "code-1", "M2"));
        typed.putAll(Map.of("name-2", "Đảng bộ xã Ba", "code-2", "M3"));
        IntStream.range(0, 3).forEach(n -> typed.put("kind-" + n, "dang-bo-co-so"));
        typed.putAll(Map.of("into-K2", "#0", "into-K3", "#0", "into-K4", "#1", "into-K5", "#1"));
        send(form, typed).hasStatus(422).bodyText().contains("Chưa chọn đơn vị nào hợp nhất vào “Đảng bộ xã Ba”");

        typed.putAll(Map.of("into-K6", "#2", "into-K7", "#2"));
        again = text(send(form, typed, "again=shown"));
        assertThat(again).contains("name=\"below-K1A\"", "name=\"below-K7B\"").doesNotContain("name=\"below-PA1\"");
        typed.put("below-K1B", "#2");
        typed.put("below-K7B", "PC");
        apply(form, typed);

        assertThat(parents("K1A", "K2A", "K3B", "K4A", "K5B", "K6A", "K7A"))
                .containsExactly("M1", "M1", "M1", "M2", "M2", "M3", "M3");
        assertThat(parents("K1B", "K7B")).containsExactly("M3", "PC");
        assertThat(organisation.find(id("K5"), at())).isEmpty();

        var event = history.of(id("K1"), entries.latest()).get(0);
        assertThat(event.planName()).isEqualTo("Hợp nhất Đảng bộ xã K1");
        events.undo(officer, event.id());
        assertThat(parents("K1A", "K1B", "K7B")).containsExactly("K1", "K1", "K7");
    }

    @Test
    void aBaseIsDividedIntoSixWithAllItsCells() {
        var cells = IntStream.rangeClosed(3, 12)
                .mapToObj(n -> NewUnit.of("PA" + n, "Chi bộ thôn PA" + n, "chi-bo", "PA"))
                .toArray(NewUnit[]::new);
        events.apply(SYSTEM, Plan.of(UnitEvent.open(P, LocalDate.of(2024, 1, 1), cells)));
        var typed = new LinkedHashMap<String, String>(Map.of("day", "1/4/2024", "principal", "5", "lines", "6"));
        for (var n = 0; n < 6; n++) {
            typed.put("name-" + n, "Đảng bộ mới " + n);
            typed.put("code-" + n, "N" + n);
            typed.put("kind-" + n, "dang-bo-co-so");
            typed.put("below-PA" + (2 * n + 1), "#" + n);
            typed.put("below-PA" + (2 * n + 2), "#" + n);
        }
        apply(form("PA", "DIVIDE"), typed);
        assertThat(parents("PA1", "PA2", "PA3", "PA6", "PA9", "PA12"))
                .containsExactly("N0", "N0", "N1", "N2", "N4", "N5");
        assertThat(organisation.path(id("PA"), at()))
                .extracting(Unit::code)
                .last()
                .isEqualTo("N5");
    }

    @Test
    void theUnitWhosePageItIsGoesWhereItIsSentToo() {
        var form = form("PA", "CONSOLIDATE");
        visits.get(officer, form + "?on=2024-03-19")
                .bodyText()
                .contains("formaction=\"" + form + "#new-1\"", "id=\"new-0\"");
        var typed = new LinkedHashMap<>(Map.of("day", "1/4/2024", "lines", "2", "also", "PB"));
        for (var n = 0; n < 2; n++) {
            typed.put("name-" + n, "Đảng bộ mới " + n);
            typed.put("code-" + n, "N" + n);
            typed.put("kind-" + n, "dang-bo-co-so");
        }
        typed.put("into-PA", "#1");
        typed.put("into-PB", "#0");
        apply(form, typed);
        assertThat(parents("PA1", "PB1")).containsExactly("N1", "N0");
    }

    @Test
    void severalCellsAreHandedOverTogether() {
        apply(form("PA1", "HAND_OVER"), Map.of("day", "1/4/2024", "other", "PB", "also", "PA2"));
        assertThat(parents("PA1", "PA2", "PB1")).containsExactly("PB", "PB", "PB");
        assertThat(history.of(id("PA2"), entries.latest()).get(0).planName()).isNull();
    }

    @Test
    void cellsOfADissolvedBaseGoToOthers() {
        var typed = new LinkedHashMap<String, String>(Map.of("day", "1/4/2024"));
        send(form("PA", "DISSOLVE"), typed)
                .hasStatusOk()
                .bodyText()
                .contains("Chưa thực hiện được", "name=\"below-PA1\"");
        typed.put("below-PA1", "PB");
        typed.put("below-PA2", "PB");
        apply(form("PA", "DISSOLVE"), typed);
        assertThat(parents("PA1", "PA2")).containsExactly("PB", "PB");
    }

    @Test
    void linesEndAtTheLimitThatIsSaid() {
        var typed = new LinkedHashMap<String, String>(Map.of("lines", "39"));
        assertThat(text(send(form("PA", "DIVIDE"), typed, "again=line")))
                .contains("name=\"name-39\"", "Đã đủ 40 đơn vị mới")
                .doesNotContain("value=\"line\"");
        typed.put("lines", "99999999999");
        assertThat(text(send(form("PA", "DIVIDE"), typed, "again=line"))).doesNotContain("name=\"name-40\"");
    }

    @Test
    void whatIsNotBesideItIsNotTakenAlong() {
        apply(form("PA1", "HAND_OVER"), Map.of("day", "1/4/2024", "other", "PB", "also", "QA1"));
        assertThat(parents("PA1", "QA1")).containsExactly("PB", "QA");
    }

    private List<String> parents(String... units) {
        return java.util.Arrays.stream(units)
                .map(unit -> {
                    var path = organisation.path(id(unit), at());
                    return path.get(path.size() - 2).code();
                })
                .toList();
    }

    private String form(String unit, String kind) {
        return "/units/" + id(unit) + "/events/" + kind;
    }

    private void apply(String form, Map<String, String> typed) {
        var page = text(send(form, typed));
        var digest = PREVIEWED.matcher(page);
        assertThat(digest.find()).as(page.substring(page.indexOf("<main"))).isTrue();
        send(form, typed, "apply=true", "previewed=" + digest.group(1)).hasStatus(303);
    }

    private MvcTestResultAssert send(String form, Map<String, String> typed, String... more) {
        return visits.post(officer, form + "?on=2024-03-19", typed, more);
    }

    private static String text(MvcTestResultAssert page) {
        return new String(page.hasStatusOk().actual().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private UnitId id(String code) {
        return organisation.named(code).orElseThrow();
    }

    private AsOf at() {
        return new AsOf(LocalDate.of(2024, 4, 1), entries.latest());
    }
}
