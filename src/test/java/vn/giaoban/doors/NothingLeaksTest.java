package vn.giaoban.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import vn.giaoban.CommittingTest;
import vn.giaoban.shared.Verb;

/**
 * Every door of the house, tried by accounts with rights drawn by lot over trees drawn by lot: what they are not to know must not come back
 * in any form. More trees: {@code -Ddoors.seeds=1-20}.
 */
@CommittingTest(freshForEachMethod = true)
class NothingLeaksTest {

    /** The structure is open to every account, and these tell of it alone. */
    static final Set<String> OPEN = Set.of(
            "/units/{unit}",
            "/units/{unit}/branch",
            "/units/{unit}/sheet",
            "/units/{unit}/history",
            "/units/{unit}/aliases",
            "/units/{unit}/committee",
            "/units/{unit}/below/export",
            "/units/{unit}/events/export",
            "/events/{event}",
            "/api/v1/units/{code}/aliases",
            "/api/v1/units/{code}/terms",
            "/api/v1/units/{code}/posts",
            "/imports/templates/{kind}");

    /** Here everybody acts on what is their own. */
    static final Set<String> OWN =
            Set.of("/account/seen", "/account/password", "/account/tokens", "/account/sessions/end", "/audit/verify");

    /** A hierarchy is a whole tree: whoever changes the structure of all of it may begin one. */
    static final String HIERARCHIES = "/api/v1/hierarchies";

    /** Here one place is one unit of the form, not of the address. */
    static final String PLACES = "/api/v1/hierarchies/{code}/places";

    @Autowired
    AllDoors doors;

    @Autowired
    Ground ground;

    @Autowired
    Strangers strangers;

    @Autowired
    Belongings belongings;

    @Autowired
    Knocking knocking;

    static Stream<Integer> seeds() {
        var range = System.getProperty("doors.seeds", "1-1").split("-");
        return IntStream.rangeClosed(Integer.parseInt(range[0]), Integer.parseInt(range[range.length - 1]))
                .boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobodyLearnsOfWhatIsNotTheirs(int seed) {
        var random = new Random(seed);
        var world = RandomWorld.of(random, ground);
        var provinces = RandomWorld.PROVINCES.stream()
                .map(province -> belongings.of(world, province))
                .toList();
        var faults = new ArrayList<String>();
        for (var stranger : strangers.of(world, random)) {
            var visit = new Visit(world, provinces, stranger);
            visit.everything();
            faults.addAll(visit.faults);
        }
        assertThat(faults).isEmpty();
    }

    private static boolean isPaper(Door door) {
        return door.pattern().matches(".*\\.(docx|pdf|xlsx)");
    }

    /** The first line that differs. */
    private static String difference(String one, String other) {
        var lines = one.lines().toList();
        var others = other.lines().toList();
        for (var n = 0; n < Math.min(lines.size(), others.size()); n++) {
            if (!lines.get(n).equals(others.get(n))) {
                return lines.get(n).strip() + " ≠ " + others.get(n).strip();
            }
        }
        return lines.size() + " ≠ " + others.size() + " lines";
    }

    /** One stranger going round the house. */
    private final class Visit {

        private final RandomWorld world;
        private final List<Belongings.Of> provinces;
        private final Stranger stranger;
        private final List<String> signs = new ArrayList<>();
        private final Set<String> foreign;
        private final List<String> faults = new ArrayList<>();
        private final Map<Question, String> nowhereAnswers = new HashMap<>();

        Visit(RandomWorld world, List<Belongings.Of> provinces, Stranger stranger) {
            this.world = world;
            this.provinces = provinces;
            this.stranger = stranger;
            this.foreign = stranger.foreign(world.forest);
            world.people().stream()
                    .filter(one -> !stranger.maySee(one, world.forest))
                    .forEach(one -> signs.add(one.sign()));
            provinces.stream()
                    .flatMap(of -> of.secrets().stream())
                    .filter(secret -> !stranger.may(secret.verb(), secret.unit(), world.forest))
                    .forEach(secret -> signs.add(secret.sign()));
        }

        void everything() {
            seesTheirOwn();
            var answers = asked();
            posts();
            // what grows where they have no business is nothing to them
            world.grow(foreign.stream()
                    .filter(code -> world.forest.node(code).cell())
                    .filter(code -> world.forest.open().contains(world.forest.node(code)))
                    .sorted()
                    .toList());
            answers.forEach((question, answer) -> {
                // a member's own sheet counts how often the visitor himself has looked
                if (answer.startsWith("200") && !question.door().pattern().equals("/members/{member}/sheet")) {
                    var now = look(question);
                    if (!now.equals(answer)) {
                        faults.add("%s is answered otherwise at %s when others grow: %s"
                                .formatted(stranger, question, difference(now, answer)));
                    }
                }
            });
        }

        /** That the test can fail: the signs are found where they may be found. */
        private void seesTheirOwn() {
            if (!stranger.mayAnywhere(Verb.SEE_PERSONS)) {
                return;
            }
            var door = door("GET /members");
            var found = stranger.tops().stream()
                    .filter(top -> top.verb() == Verb.SEE_PERSONS)
                    .map(top -> Written.in(knocking.at(
                            door,
                            "/members",
                            Map.of("unit", ground.unit(world.forest.today(top.unit())), "on", "30/06/2026"),
                            stranger.account())))
                    .reduce("", String::concat);
            var mine = world.people().stream()
                    .filter(one -> one.cell() != null && stranger.maySee(one, world.forest))
                    .map(Someone::sign)
                    .toList();
            assertThat(mine.stream().filter(sign -> !found.contains(sign)))
                    .as("%s sees their own", stranger)
                    .isEmpty();
        }

        private record Question(Door door, String path, Map<String, String> asked) {}

        /** Every question, at every place; gives the answers without what time changes. */
        private Map<Question, String> asked() {
            var answers = new LinkedHashMap<Question, String>();
            for (var door : doors.that(HttpMethod.GET)) {
                for (var place : places(door)) {
                    if (isPaper(door)
                            && !place.foreign()
                            && !stranger.account().login().equals("vai.tro")) {
                        continue; // the same value in three layouts; one visit is enough
                    }
                    var path = door.path(place.keys());
                    var asked = Forms.question(door, place.keys());
                    for (var question : List.of(new Question(door, path, Map.of()), new Question(door, path, asked))) {
                        var answer = look(question);
                        answers.put(question, answer);
                        if (place.foreign() && !OPEN.contains(door.pattern())) {
                            sameAsNowhere(door, place, question.asked(), answer);
                        }
                    }
                }
            }
            return answers;
        }

        private String look(Question question) {
            var answer = knocking.at(question.door(), question.path(), question.asked(), stranger.account());
            var text = Written.in(answer);
            if (answer.getResponse().getStatus() >= 500) {
                faults.add("%s at %s: %s"
                        .formatted(stranger, question, answer.getResponse().getStatus()));
            }
            assertSilent(question.toString(), text);
            return answer.getResponse().getStatus() + " " + Written.steady(text);
        }

        private void assertSilent(String where, String text) {
            var heard = signs.stream().filter(text::contains).toList();
            if (!heard.isEmpty()) {
                faults.add("%s learns %s at %s".formatted(stranger, heard, where));
            }
        }

        /** Not theirs and not there are one answer. */
        private void sameAsNowhere(Door door, Place place, Map<String, String> asked, String answer) {
            // a code that no unit bears is no secret: the structure is open
            var isQuestionRefused = door.variables().contains("code") && answer.startsWith("422");
            if (door.variables().isEmpty()
                    || isQuestionRefused
                    || door.pattern().equals(PLACES) // hierarchies and codes of units are open to all
                    || door.pattern().equals("/events/{event}/undo")) {
                return;
            }
            var nowhere = door.path(Belongings.NOWHERE);
            var nothing = nowhereAnswers.computeIfAbsent(new Question(door, nowhere, asked), question -> {
                var found = knocking.at(door, nowhere, asked, stranger.account());
                return found.getResponse().getStatus() + " " + Written.steady(Written.in(found));
            });
            var theirs = answer;
            // the address itself, and the addresses above it
            var there = door.path(place.keys()).split("/");
            var instead = nowhere.split("/");
            for (var n = there.length; n > 1; n--) {
                theirs = replaced(
                        theirs,
                        String.join("/", List.of(there).subList(0, n)),
                        String.join("/", List.of(instead).subList(0, n)));
            }
            if (!theirs.equals(nothing)) {
                faults.add("%s at %s %s: not theirs differs from not there: %s"
                        .formatted(stranger, door, place.keys().get("code"), difference(theirs, nothing)));
            }
        }

        private static String replaced(String text, String path, String by) {
            return text.replaceAll(Pattern.quote(path) + "(?![\\w-])", by)
                    .replace(
                            URLEncoder.encode(path, StandardCharsets.UTF_8),
                            URLEncoder.encode(by, StandardCharsets.UTF_8));
        }

        /** Every form, filled in well, about what is not theirs: changes nothing, anywhere. */
        private void posts() {
            for (var door : doors.that(HttpMethod.POST)) {
                if (OWN.contains(door.pattern())
                        || door.pattern().equals("/setup")
                        || door.pattern().equals(HIERARCHIES)
                                && stranger.may(Verb.CHANGE_STRUCTURE, "TW", world.forest)) {
                    continue;
                }
                for (var place : places(door)) {
                    if (!place.foreign()) {
                        continue;
                    }
                    var before = ground.rows();
                    var form = Forms.form(door, place.keys());
                    var path = door.path(place.keys());
                    var answer = knocking.at(door, path, form, stranger.account());
                    var text = Written.in(answer);
                    var status = answer.getResponse().getStatus();
                    if (status < 400 || status > 499) {
                        faults.add("%s posts to %s: %s".formatted(stranger, path, status));
                    }
                    assertSilent(door + " " + path, text);
                    var after = ground.rows();
                    if (!after.equals(before)) {
                        after.entrySet().removeAll(before.entrySet());
                        faults.add("%s changes by a post to %s: %s".formatted(stranger, path, after));
                    }
                    sameAsNowhere(door, place, form, status + " " + Written.steady(text));
                }
            }
        }

        /**
         * @param keys values of variables
         * @param foreign whether everything there is none of theirs
         */
        private record Place(Map<String, String> keys, boolean foreign) {}

        /** Somewhere of theirs, somewhere near it, and somewhere that never was: with people of each. */
        private List<Place> places(Door door) {
            var places = new ArrayList<Place>();
            var seen = new HashMap<String, Boolean>();
            for (var of : provinces) {
                for (var code : codes(of.province())) {
                    var someone = world.any(one -> code.equals(one.cell()) || code.equals(one.last()));
                    if (someone == null) {
                        someone = world.any(one -> one.register().equals(RandomWorld.register(of.province())));
                    }
                    var keys = new HashMap<>(
                            Belongings.with(of, ground.unit(code), code, java.util.Objects.requireNonNull(someone)));
                    keys.put("movement", ground.movementOf(someone));
                    var isForeign = foreign.contains(code)
                            && (door.variables().stream().noneMatch(Set.of("member", "kept")::contains)
                                    || !stranger.maySee(someone, world.forest))
                            && (door.variables().stream()
                                            .allMatch(
                                                    Set.of("unit", "code", "member", "indicator", "movement")::contains)
                                    || foreign.contains(of.province()));
                    var there = door.path(keys) + (door.pattern().equals(PLACES) ? " " + code : "");
                    if (seen.putIfAbsent(there, true) == null) {
                        places.add(new Place(keys, isForeign));
                    }
                }
            }
            // one of theirs and two of others are enough for one visit
            var own = places.stream().filter(place -> !place.foreign()).limit(1);
            var others = places.stream().filter(Place::foreign).limit(2);
            return Stream.concat(own, others).toList();
        }

        /** The province itself, one unit that is theirs and one that is not, the smallest first. */
        private List<String> codes(String province) {
            var all = world.forest.open().stream()
                    .map(Forest.Node::code)
                    .filter(code -> code.startsWith(province))
                    .sorted(Comparator.comparing(String::length).reversed().thenComparing(code -> code))
                    .toList();
            var theirs = all.stream()
                    .filter(code ->
                            Arrays.stream(Verb.values()).anyMatch(verb -> stranger.may(verb, code, world.forest)))
                    .findFirst();
            var others = all.stream().filter(foreign::contains).findFirst();
            return Stream.of(theirs, others, java.util.Optional.of(province))
                    .flatMap(java.util.Optional::stream)
                    .distinct()
                    .toList();
        }
    }

    private Door door(String name) {
        return doors.all().stream()
                .filter(door -> door.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
