package vn.giaoban.doors;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static vn.giaoban.doors.RandomWorld.SYSTEM;
import static vn.giaoban.doors.RandomWorld.register;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.giaoban.access.AccessFixture;
import vn.giaoban.access.Accounts;
import vn.giaoban.access.NewAccount;
import vn.giaoban.access.NewGrant;
import vn.giaoban.access.Proposals;
import vn.giaoban.access.Tokens;
import vn.giaoban.organisation.Drafts;
import vn.giaoban.organisation.Hierarchies;
import vn.giaoban.organisation.NewHolding;
import vn.giaoban.organisation.Posts;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/**
 * What a province has besides its people: an upload, settled figures, words in a report, a plan, an account with all that hangs on it. Each
 * carries a sign of its own.
 */
@Lazy
@Component
class Belongings {

    private static final String HIERARCHY = "khoi";

    private final MockMvcTester http;
    private final Strangers strangers;
    private final Accounts accounts;
    private final Proposals proposals;
    private final Tokens tokens;
    private final Drafts drafts;
    private final Posts posts;
    private final Ground ground;
    private final Hierarchies hierarchies;

    Belongings(
            MockMvcTester http,
            Strangers strangers,
            Accounts accounts,
            Proposals proposals,
            Tokens tokens,
            Drafts drafts,
            Posts posts,
            Ground ground,
            Hierarchies hierarchies) {
        this.hierarchies = hierarchies;
        this.http = http;
        this.strangers = strangers;
        this.accounts = accounts;
        this.proposals = proposals;
        this.tokens = tokens;
        this.drafts = drafts;
        this.posts = posts;
        this.ground = ground;
    }

    /** A word that only some may read: those with this right over this unit. */
    record Secret(String sign, Verb verb, String unit) {}

    /** @param keys values of the variables of addresses */
    record Of(String province, Map<String, String> keys, List<Secret> secrets) {}

    /** An address that leads nowhere; its numbers are as long as others. */
    static final Map<String, String> NOWHERE = Map.ofEntries(
            Map.entry("unit", "987654"),
            Map.entry("code", "Z9"),
            Map.entry("indicator", "members"),
            Map.entry("member", "3-987654"),
            Map.entry("movement", "987654"),
            Map.entry("event", "987654"),
            Map.entry("freeze", "987654"),
            Map.entry("period", "987654"),
            Map.entry("typed", "987654"),
            Map.entry("report", "3-987654"),
            Map.entry("change", "987654"),
            Map.entry("hit", "987654"),
            Map.entry("kept", "3-987654"),
            Map.entry("merge", "987654"),
            Map.entry("alias", "987654"),
            Map.entry("term", "987654"),
            Map.entry("register", "3"),
            Map.entry("holding", "987654"),
            Map.entry("file", "987654"),
            Map.entry("grant", "987654"),
            Map.entry("token", "987654"),
            Map.entry("list", "no-card"),
            Map.entry("book", "members"),
            Map.entry("request", "3-987654"),
            Map.entry("line", "1"),
            Map.entry("/comparisons/{id}", "987654"),
            Map.entry("/units/{unit}/events/{kind}", "RENAME"),
            Map.entry("form", "1"),
            Map.entry("template", "987654"),
            Map.entry("/imports/templates/{kind}", "members"),
            Map.entry("/api/v1/imports/{kind}", "members"),
            Map.entry("/api/v1/hierarchies/{code}", "khong-co"),
            Map.entry("/plans/{id}", "987654"),
            Map.entry("/imports/{id}", "987654"),
            Map.entry("/api/v1/imports/{id}", "987654"),
            Map.entry("/accounts/{id}", "987654"),
            Map.entry("/accounts/proposals/{id}", "987654"),
            Map.entry("/audit/entries/{id}", "987654"));

    /** What somebody with the right writes down about the unit at the top, on its pages. */
    private void committee(Of made, Stranger keeper) {
        var unit = "/units/" + made.keys().get("unit");
        post(keeper, unit + "/aliases", Map.of("name", "Tên cũ của " + made.province()));
        post(keeper, unit + "/terms", Map.of("name", "Nhiệm kỳ 2025–2030", "from", "01/01/2025"));
        made.keys().put("alias", scalar("select max(alias_id) from organisation.alias"));
        made.keys().put("term", scalar("select max(term_id) from organisation.term"));
        made.keys().put("register", register(made.province()).toString());
        made.keys()
                .put(
                        "holding",
                        one("select max(holding_id) from organisation.holding where register_id = ?", made.province()));
        var event = made.keys().get("event");
        var attached = http.post()
                .uri("/events/" + event + "/files")
                .multipart()
                .file(new MockMultipartFile(
                        "file",
                        "quyet-dinh.pdf",
                        null,
                        "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)))
                .with(AccessFixture.as(keeper.account()))
                .with(csrf())
                .exchange();
        assertThat(attached).as(Written.in(attached)).hasStatus(303);
        made.keys()
                .put(
                        "file",
                        one(
                                "select max(event_file_id) from organisation.event_file where register_id = ?",
                                made.province()));
    }

    private void post(Stranger keeper, String path, Map<String, String> form) {
        var posted = http.post().uri(path);
        form.forEach(posted::param);
        var answer =
                posted.with(AccessFixture.as(keeper.account())).with(csrf()).exchange();
        assertThat(answer).as(Written.in(answer)).hasStatus(303);
    }

    Of of(RandomWorld world, String province) {
        var made = new Of(province, new HashMap<>(NOWHERE), new ArrayList<>());
        var keeper = strangers.keeper("giu." + province.toLowerCase(), province);
        made.keys().put("unit", ground.unit(province));
        made.keys().put("code", province);
        if (hierarchies.find(HIERARCHY).isEmpty()) {
            Acting.as(SYSTEM, () -> hierarchies.create(SYSTEM, HIERARCHY, "Theo khối"));
        }
        made.keys().put("/api/v1/hierarchies/{code}", HIERARCHY);
        upload(made, keeper);
        settle(made, keeper);
        plan(made, world);
        account(made, keeper);
        asked(made, world, keeper);
        world.cells(province).forEach(cell -> head(made, cell));
        made.keys().put("event", one("select max(event_id) from organisation.event where register_id = ?", province));
        committee(made, keeper);
        made.keys()
                .put(
                        "/audit/entries/{id}",
                        one("select max(entry_id) from record.entry where ? = any (registers)", province));
        return made;
    }

    /** The same belongings behind another unit and another person. */
    static Map<String, String> with(Of of, String unit, String code, Someone someone) {
        var keys = new HashMap<>(of.keys());
        keys.put("unit", unit);
        keys.put("code", code);
        keys.put("member", someone.id());
        keys.put("kept", someone.id());
        return keys;
    }

    private void upload(Of made, Stranger keeper) {
        var sign = sign(made, "tep", Verb.KEEP_REGISTER, made.province());
        var csv = "ref;Họ và tên khai sinh;Ngày sinh\nx1;" + sign + ";01/01/1970\n";
        var answer = http.post()
                .uri("/api/v1/imports/members")
                .multipart()
                .file(new MockMultipartFile("file", sign + ".csv", null, csv.getBytes(StandardCharsets.UTF_8)))
                .header("X-Register", made.province())
                .with(AccessFixture.as(keeper.account()))
                .exchange();
        assertThat(answer).as(Written.in(answer)).hasStatus(201);
        var id = one("select max(import_id) from importing.job where register_id = ?", made.province());
        made.keys().put("/imports/{id}", id);
        made.keys().put("/api/v1/imports/{id}", id);
    }

    private void settle(Of made, Stranger keeper) {
        var note = sign(made, "chot", Verb.SEE_FIGURES, made.province());
        var unit = made.keys().get("unit");
        post(keeper, "/figures/" + unit + "/freezes", Map.of("from", "01/01/2026", "last", "30/06/2026", "note", note));
        made.keys()
                .put("freeze", one("select max(freeze_id) from figures.freeze where register_id = ?", made.province()));
        var words = sign(made, "loi", Verb.SEE_FIGURES, made.province());
        post(keeper, "/reports/" + unit + "/remark", Map.of("period", "2026-H1", "words", words));
        var source = sign(made, "nguon", Verb.SEE_FIGURES, made.province());
        post(
                keeper,
                "/units/" + unit + "/typed-figures",
                Map.of(
                        "kind",
                        "appointment-turns",
                        "from",
                        "01/01/2026",
                        "lastDay",
                        "30/06/2026",
                        "value",
                        "187",
                        "source",
                        source));
        made.keys()
                .put(
                        "typed",
                        one("select max(typed_id) from reporting.typed_figure where register_id = ?", made.province()));
        // no sign in it: those who are asked below read its name too
        post(keeper, "/units/" + unit + "/periods", Map.of("name", "Nửa năm " + unit, "lastDay", "15/06/2026"));
        made.keys().put("period", scalar("select max(period_id) from reporting.reporting_period"));
    }

    private void plan(Of made, RandomWorld world) {
        var name = sign(made, "de.an", Verb.CHANGE_STRUCTURE, made.province());
        var cell = world.pick(world.cells(made.province()));
        Acting.as(
                SYSTEM,
                () -> drafts.prepare(
                        SYSTEM,
                        register(made.province()),
                        name,
                        List.of(UnitEvent.rename(
                                register(made.province()), LocalDate.of(2026, 9, 1), cell, "Chi bộ tên mới"))));
        made.keys()
                .put(
                        "/plans/{id}",
                        one("select max(draft_id) from organisation.draft where register_id = ?", made.province()));
    }

    /** What somebody of the province asked about his data. */
    private void asked(Of made, RandomWorld world, Stranger keeper) {
        var someone = world.people().stream()
                .filter(one -> one.cell() != null && keeper.maySee(one, world.forest))
                .findFirst()
                .orElseThrow();
        post(
                keeper,
                "/members/" + someone.id() + "/requests/new",
                Map.of("kind", "CORRECT", "asked", "01/06/2026", "words", "xin sửa quê quán " + someone.sign()));
        made.keys()
                .put(
                        "request",
                        someone.id().split("-")[0] + "-"
                                + scalar("select max(request_id) from membership.data_request"));
    }

    private void account(Of made, Stranger keeper) {
        var name = sign(made, "chu", Verb.MANAGE_ACCOUNTS, made.province());
        var home = UnitId.of(ground.unit(made.province()));
        var id = accounts.create(
                SYSTEM,
                new NewAccount("chu." + made.province().toLowerCase(), name, "vi", home),
                AccessFixture.PASSWORD);
        made.keys().put("/accounts/{id}", id.toString());
        var admin = strangers.admin("cap." + made.province().toLowerCase(), made.province());
        var proposal = proposals.grant(
                admin,
                new NewGrant(id, "figures-reader", home, RandomWorld.FIRST),
                sign(made, "vi", Verb.MANAGE_ACCOUNTS, made.province()));
        made.keys().put("/accounts/proposals/{id}", Long.toString(proposal));
        made.keys().put("grant", scalar("select max(granted_id) from access.granted"));
        tokens.create(strangers.actor(keeper), "khóa", 30);
        made.keys().put("token", scalar("select max(token_id) from access.token"));
    }

    /** A village head who is no member: a name all the same. */
    private void head(Of made, String cell) {
        var name = sign(made, "thon" + cell, Verb.SEE_PERSONS, cell);
        Acting.as(
                SYSTEM,
                () -> posts.appoint(
                        SYSTEM,
                        register(made.province()),
                        List.of(new NewHolding(
                                "truong-thon",
                                UnitId.of(ground.unit(cell)),
                                null,
                                null,
                                name,
                                RandomWorld.FIRST,
                                null,
                                null))));
    }

    private static String sign(Of made, String what, Verb verb, String unit) {
        var sign = "Xq" + what + made.province() + "jw";
        made.secrets().add(new Secret(sign, verb, unit));
        return sign;
    }

    private String one(String query, String province) {
        return requireNonNull(ground.superuser()
                        .sql(query)
                        .param(register(province).value())
                        .query(Long.class)
                        .single())
                .toString();
    }

    private String scalar(String query) {
        return ground.superuser().sql(query).query(Long.class).single().toString();
    }
}
