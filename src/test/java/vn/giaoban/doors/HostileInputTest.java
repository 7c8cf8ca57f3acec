package vn.giaoban.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import vn.giaoban.CommittingTest;
import vn.giaoban.access.Account;
import vn.giaoban.access.Accounts;

/**
 * Bad things typed into every field of every form and into every part of every address, by somebody who has every right: never a fault of
 * ours, nothing technical on the page, nothing stored by what was refused, and what was typed is still there. All values for each field:
 * {@code -Ddoors.all=true}; else some of them, others for the next field.
 */
@CommittingTest(freshForEachMethod = true)
class HostileInputTest {

    private static final List<String> BAD = List.of(
            "",
            "a".repeat(100_000),
            "ba\0con",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "'; drop table membership.member; --",
            "\u202Eđảo ngược\u202C",
            "Tha\u0301i Nguye\u0302n",
            "-1",
            "99999999999999999999999999",
            "31/02/2024",
            "0000-00-00",
            "+999999999-12-31",
            "-999999999-01-01",
            "${7*7} #{7*7} {{7*7}}",
            "\uD800",
            "\uFFFF\uFFFE",
            "🏛️🏛️",
            "a\r\nSet-Cookie: x=1",
            "%00%0a%27",
            "NaN",
            "1e400");

    private static final int SOME = 6;

    private static final List<String> BAD_IN_ADDRESS = List.of(
            "-1",
            "0",
            "99999999999999999999999999",
            "abc",
            "%2e%2e",
            "1%3Bdrop",
            "%27",
            "%F0%9F%8F%9B",
            "1%2D1",
            "%E2%80%AE",
            "32768-1",
            "a%0d%0aX:1");

    private static final Pattern TECHNICAL = Pattern.compile(
            "Exception|org\\.postgresql|SQLSTATE|SQLState|org\\.springframework|vn\\.giaoban\\.[a-z]+\\.[A-Z]|\tat |⟦");

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

    @Autowired
    Accounts accounts;

    private final List<String> faults = new ArrayList<>();
    private Map<String, String> keys = Map.of();
    private int turn;

    @BeforeEach
    void everyRight() {
        var world = RandomWorld.of(new Random(5), ground);
        var of = belongings.of(world, "P");
        var someone = java.util.Objects.requireNonNull(world.any(
                one -> "P".equals(one.last().substring(0, 1)) && one.cell() != null));
        var cell = world.forest.today(someone.last());
        keys = new HashMap<>(Belongings.with(of, ground.unit(cell), cell, someone));
        keys.put("movement", ground.movementOf(someone));
        strangers.everything("moi.quyen", "centre-officer");
        strangers.everything("quan.ly", "administrator");
    }

    @Test
    void everyFieldOfEveryFormStandsBadInput() {
        for (var door : doors.that(HttpMethod.POST)) {
            var form = Forms.form(door, keys);
            var names = new LinkedHashMap<String, Boolean>();
            form.keySet().forEach(name -> names.put(name, true));
            door.parameters().stream()
                    .filter(parameter -> !parameter.name().equals("file")
                            && !parameter.name().equals("all"))
                    .forEach(parameter -> names.put(parameter.name(), parameter.isText()));
            names.forEach((name, text) -> {
                for (var bad : some()) {
                    var spoilt = new LinkedHashMap<>(form);
                    spoilt.put(name, bad);
                    post(door, spoilt, name, bad);
                }
                var without = new LinkedHashMap<>(form);
                without.remove(name);
                post(door, without, name, "");
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyQuestionStandsBadInput() {
        for (var door : doors.that(HttpMethod.GET)) {
            var path = door.path(keys);
            var good = Forms.question(door, keys);
            for (var parameter : door.parameters()) {
                for (var bad : some()) {
                    if (bad.length() > 10_000) {
                        continue; // no server takes so long an address
                    }
                    var asked = new LinkedHashMap<>(good);
                    asked.put(parameter.name(), bad);
                    check(door, path + asked, knocking.at(door, path, asked, who(door)), bad);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyPartOfEveryAddressStandsBadInput() {
        for (var door : doors.all()) {
            for (var variable : door.variables()) {
                for (var bad : BAD_IN_ADDRESS) {
                    var spoilt = new HashMap<>(keys);
                    spoilt.put(door.key(variable), bad);
                    var path = door.path(spoilt);
                    var before = door.method().equals(HttpMethod.POST) ? ground.rows() : Map.of();
                    var form =
                            door.method().equals(HttpMethod.POST) ? Forms.form(door, keys) : Map.<String, String>of();
                    var answer = knocking.at(door, URI.create(path), form, who(door));
                    check(door, path, answer, bad);
                    if (answer.getResponse().getStatus() >= 400
                            && !before.isEmpty()
                            && !ground.rows().equals(before)) {
                        faults.add(door + " stores something at " + path);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private void post(Door door, Map<String, String> form, String name, String bad) {
        var before = ground.rows();
        var path = door.path(keys);
        var answer = knocking.at(door, path, form, who(door));
        check(door, path + " " + name, answer, bad);
        var status = answer.getResponse().getStatus();
        if (status >= 400) {
            var after = ground.rows();
            if (!after.equals(before)) {
                after.entrySet().removeAll(before.entrySet());
                faults.add("%s refuses %s=%s and stores %s".formatted(door, name, shown(bad), after));
            }
        }
        if (status == 422 && !door.isApi() && bad.indexOf('\0') < 0) {
            assertKept(door, form, name, Written.in(answer));
        }
    }

    /**
     * Every field that the form shows again shows what was typed; passwords and codes are typed anew. Of a choice (a radio button, a box to
     * tick) nothing can be typed: what is none of its values comes from no form of ours, and is chosen anew.
     */
    private void assertKept(Door door, Map<String, String> form, String spoilt, String page) {
        form.forEach((name, value) -> {
            var isSecret =
                    name.matches("old|chosen|again|setupCode|citizen|password.*|apply|column.*|heading|on|known");
            var field = Pattern.compile(
                            "<(input(?![^>]*type=\"(radio|checkbox)\")|textarea)[^>]*\\bname=\"" + name + "\"")
                    .matcher(page);
            if (isSecret || value.isBlank() || !field.find()) {
                return;
            }
            var escaped = HtmlUtils.htmlEscape(value, "UTF-8");
            var plain = Pattern.compile("[\\s\\p{C}]+");
            if (!plain.matcher(HtmlUtils.htmlUnescape(page))
                            .replaceAll(" ")
                            .contains(plain.matcher(value).replaceAll(" ").strip())
                    && !page.contains(escaped)) {
                faults.add("%s loses %s when %s is %s"
                        .formatted(door, name, spoilt, shown(form.getOrDefault(spoilt, "–"))));
            }
        });
    }

    private void check(Door door, String where, MvcTestResult answer, String bad) {
        if (answer.getUnresolvedException() != null) {
            faults.add("%s at %s throws %s".formatted(shown(bad), shown(where), answer.getUnresolvedException()));
            return;
        }
        var status = answer.getResponse().getStatus();
        if (status >= 500) {
            faults.add("%s at %s %s: %s".formatted(shown(bad), door, shown(where), status));
        }
        var type = String.valueOf(answer.getResponse().getContentType());
        if (type.contains("html") || type.contains("json")) {
            var text = Written.in(answer);
            var technical = TECHNICAL.matcher(text);
            if (technical.find()) {
                faults.add("%s at %s %s: says %s".formatted(shown(bad), door, shown(where), technical.group()));
            }
            if (bad.startsWith("<script") && type.contains("html") && text.contains(bad)
                    || bad.startsWith("\"><img") && type.contains("html") && text.contains(bad)) {
                faults.add("%s at %s %s: comes back unescaped".formatted(shown(bad), door, shown(where)));
            }
        }
        for (var header : answer.getResponse().getHeaderNames()) {
            if (String.valueOf(answer.getResponse().getHeader(header)).matches("(?s).*[\\r\\n].*")) {
                faults.add("%s at %s: splits header %s".formatted(shown(bad), door, header));
            }
        }
    }

    private List<String> some() {
        if (Boolean.getBoolean("doors.all")) {
            return BAD;
        }
        var some = new ArrayList<String>();
        for (var n = 0; n < SOME; n++) {
            some.add(BAD.get(turn++ % BAD.size()));
        }
        return some;
    }

    /** As they are now: a session may have been ended by the door before. */
    private Account who(Door door) {
        var login = door.pattern().startsWith("/accounts") ? "quan.ly" : "moi.quyen";
        return accounts.find(login).orElseThrow();
    }

    private static String shown(String text) {
        return URLEncoder.encode(text.substring(0, Math.min(text.length(), 60)), StandardCharsets.UTF_8);
    }
}
