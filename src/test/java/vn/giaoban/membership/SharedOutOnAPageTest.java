package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaoban.membership.People.SYSTEM;
import static vn.giaoban.membership.People.evening;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.CommittingTest;
import vn.giaoban.Visits;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.TwoProvinces;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Actor.Grant;
import vn.giaoban.shared.Verb;

/** The people of a divided cell are named on the form by who may see them, and by nobody else. */
@CommittingTest(freshForEachMethod = true)
class SharedOutOnAPageTest {

    private static final Pattern PERSON = Pattern.compile("name=\"(person-[0-9]+-[0-9]+)\"");
    private static final Pattern PREVIEWED = Pattern.compile("name=\"previewed\" value=\"([0-9a-f]+)\"");

    @Autowired
    People people;

    @Autowired
    Visits visits;

    @Autowired
    Organisation organisation;

    @BeforeEach
    void aCellOfTwo() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            people.settle("A1", 2);
            return true;
        });
    }

    @Test
    void whoMaySeeThemChoosesForEach() {
        var officer = actor(Verb.CHANGE_STRUCTURE, Verb.SEE_PERSONS);
        var page = send(officer, "previewed=");
        var names = PERSON.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(names).hasSize(2);

        page = send(officer, names.get(1) + "=PA9");
        var digest = PREVIEWED.matcher(page).results().findFirst().orElseThrow().group(1);
        send(officer, names.get(1) + "=PA9", "previewed=" + digest, "apply=true");

        assertThat(people.belong("2024-06-01", evening("2030-01-01"))).contains("a1-1 A1", "a1-2 A9");
    }

    @Test
    void whoMayNotSeeThemMeetsNoNamesAndCannotNameThemByKey() {
        var officer = actor(Verb.CHANGE_STRUCTURE);
        var page = send(officer, "person-2-1=PA9", "person-2-2=PA9");
        assertThat(page).doesNotContain("name=\"person-").contains("cần quyền xem đảng viên");

        var digest = PREVIEWED.matcher(page).results().findFirst().orElseThrow().group(1);
        send(officer, "person-2-1=PA9", "person-2-2=PA9", "previewed=" + digest, "apply=true");
        assertThat(people.belong("2024-06-01", evening("2030-01-01"))).contains("a1-1 A1", "a1-2 A1");
    }

    @Test
    void aNewCellIsFoundedOutOfPeopleOfSeveral() {
        people.at("2020-01-04", () -> {
            people.settle("A2", 2);
            return true;
        });
        var officer = actor(Verb.CHANGE_STRUCTURE, Verb.SEE_PERSONS);
        var alone = split(officer);
        assertThat(PERSON.matcher(alone).results()).hasSize(2);
        var page = split(officer, "also=PA2", "again=shown");
        var names = PERSON.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(names).hasSize(4);
        assertThat(page).contains("Chi bộ thôn PA2");

        var typed = new String[] {"also=PA2", names.get(1) + "=#0", names.get(2) + "=#0"};
        var digest = PREVIEWED
                .matcher(split(officer, typed))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        var all = Stream.concat(Stream.of(typed), Stream.of("previewed=" + digest, "apply=true"))
                .toArray(String[]::new);
        split(officer, all);
        assertThat(people.belong("2024-06-01", evening("2030-01-01")))
                .contains("a1-1 A1", "a1-2 A9", "a2-1 A9", "a2-2 A2");
    }

    private String split(Actor officer, String... more) {
        return send(officer, "SPLIT_OFF", new String[] {"name-0=Chi bộ chín", "code-0=PA9", "kind-0=chi-bo"}, more);
    }

    private String send(Actor officer, String... more) {
        return send(
                officer,
                "DIVIDE",
                new String[] {
                    "code-0=PA8",
                    "name-0=Chi bộ tám",
                    "kind-0=chi-bo",
                    "code-1=PA9",
                    "name-1=Chi bộ chín",
                    "kind-1=chi-bo",
                    "principal=0"
                },
                more);
    }

    private String send(Actor officer, String kind, String[] typed, String... more) {
        var unit = Acting.as(SYSTEM, () -> organisation.named("PA1").orElseThrow());
        var fields = new ArrayList<>(List.of("day=1/6/2024"));
        fields.addAll(List.of(typed));
        fields.addAll(List.of(more));
        var path = "/units/" + unit + "/events/" + kind + "?on=2024-05-31";
        var answer = visits.post(officer, path, fields.toArray(String[]::new))
                .actual()
                .getResponse();
        assertThat(answer.getStatus()).isIn(200, 303);
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Actor actor(Verb... verbs) {
        var top = Acting.as(SYSTEM, () -> organisation.named("P").orElseThrow());
        return new Actor(
                7,
                "officer",
                Set.of(TwoProvinces.P),
                java.util.Arrays.stream(verbs).map(verb -> new Grant(verb, top)).toList());
    }
}
