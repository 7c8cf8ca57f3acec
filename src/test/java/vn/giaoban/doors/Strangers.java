package vn.giaoban.doors;

import static vn.giaoban.doors.RandomWorld.FIRST;
import static vn.giaoban.doors.RandomWorld.SYSTEM;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaoban.access.AccessFixture;
import vn.giaoban.access.Accounts;
import vn.giaoban.access.Grants;
import vn.giaoban.access.NewAccount;
import vn.giaoban.access.NewGrant;
import vn.giaoban.access.Person;
import vn.giaoban.doors.Stranger.Top;
import vn.giaoban.organisation.NewHolding;
import vn.giaoban.organisation.Posts;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Makes accounts with rights drawn by lot: dated, on closed units, of posts that began, ended and have not begun. */
@Lazy
@Component
class Strangers {

    static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private final Accounts accounts;
    private final Grants grants;
    private final Posts posts;
    private final Ground ground;
    private final AccessFixture fixture;

    Strangers(Accounts accounts, Grants grants, Posts posts, Ground ground, AccessFixture fixture) {
        this.fixture = fixture;
        this.accounts = accounts;
        this.grants = grants;
        this.posts = posts;
        this.ground = ground;
    }

    /** One of each kind; which units and which roles is drawn. */
    List<Stranger> of(RandomWorld world, Random random) {
        var made = new ArrayList<Stranger>();
        var units = world.forest.open().stream()
                .map(Forest.Node::code)
                .filter(code -> code.length() > 1 && !code.equals("TW"))
                .toList();
        var roles = List.of(
                "cell-secretary",
                "base-officer",
                "provincial-members-officer",
                "committee-office",
                "figures-reader",
                "inspection");
        made.add(with("vai.tro", null, new Given(world.pick(roles), world.pick(units))));
        made.add(with(
                "het.han",
                null,
                new Given("provincial-members-officer", world.pick(units)).until(TODAY),
                new Given("provincial-members-officer", world.pick(units)).from(TODAY.plusDays(1)),
                new Given("base-officer", world.pick(units)).until(TODAY.plusDays(1))));
        made.add(with("da.dong", null, new Given("base-officer", world.pick(world.forest.closed()))));
        made.add(with(
                "dong.cua", null, new Given("provincial-organisation-officer", world.pick(world.forest.closed()))));
        var verbs = new ArrayList<Given>();
        Arrays.stream(Verb.values())
                .filter(verb -> verb != Verb.MANAGE_ACCOUNTS && random.nextInt(3) > 0)
                .forEach(verb -> verbs.add(new Given(verb.name(), world.pick(units))));
        made.add(with("tung.quyen", null, verbs.toArray(Given[]::new)));
        made.add(byPost(world));
        made.add(with("quan.tri", null, new Given("administrator", world.pick(RandomWorld.PROVINCES))));
        return made;
    }

    /** Secretary of a cell today; was one elsewhere until yesterday, and will be one somewhere from tomorrow. */
    private Stranger byPost(RandomWorld world) {
        var someone = world.any(one -> one.cell() != null);
        var register = java.util.Objects.requireNonNull(someone).register();
        var cells = world.cells(RandomWorld.PROVINCES.get(register.value() - 2));
        var person = new Person(register, someone.number());
        var given = new ArrayList<Given>();
        var days = List.of(
                new Held(FIRST, TODAY), new Held(FIRST, Days.FOREVER), new Held(TODAY.plusDays(1), Days.FOREVER));
        for (var n = 0; n < Math.min(cells.size(), days.size()); n++) {
            hold(register, cells.get(n), someone.number(), days.get(n));
            given.add(new Given("base-officer", cells.get(n)).ofPost(n == 1));
        }
        return with("bi.thu", person, given.toArray(Given[]::new));
    }

    private record Held(LocalDate from, LocalDate until) {}

    private void hold(RegisterId register, String cell, long member, Held days) {
        Acting.as(
                SYSTEM,
                () -> posts.appoint(
                        SYSTEM,
                        register,
                        List.of(new NewHolding(
                                "bi-thu", unit(cell), null, member, null, days.from(), days.until(), null))));
    }

    /**
     * @param role or a verb
     * @param holds whether it does today, as the test knows
     */
    private record Given(
            String role,
            String unit,
            LocalDate from,
            LocalDate until,
            @Nullable String post,
            boolean holds) {

        Given(String role, String unit) {
            this(role, unit, FIRST, Days.FOREVER, null, true);
        }

        Given until(LocalDate day) {
            return new Given(role, unit, from, day, post, TODAY.isBefore(day) && holds);
        }

        Given from(LocalDate day) {
            return new Given(role, unit, day, until, post, !TODAY.isBefore(day) && holds);
        }

        Given ofPost(boolean held) {
            return new Given(role, unit, from, until, "bi-thu", held);
        }
    }

    Stranger of(String login, String role, String unit) {
        return with(login, null, new Given(role, unit));
    }

    Stranger keeper(String login, String unit) {
        return with(login, null, new Given("provincial-organisation-officer", unit));
    }

    /** A role over everything there is. */
    void everything(String login, String role) {
        var id = accounts.create(SYSTEM, new NewAccount(login, "Tài khoản " + login), AccessFixture.PASSWORD);
        grants.give(SYSTEM, new NewGrant(id, role, null, FIRST));
    }

    Actor admin(String login, String unit) {
        return actor(with(login, null, new Given("administrator", unit)));
    }

    Actor actor(Stranger stranger) {
        return fixture.actor(stranger.account());
    }

    private Stranger with(String login, @Nullable Person person, Given... given) {
        var id = accounts.create(
                SYSTEM, new NewAccount(login, "Tài khoản " + login, "vi", null, person), AccessFixture.PASSWORD);
        var tops = new ArrayList<Top>();
        for (var one : given) {
            grants.give(SYSTEM, new NewGrant(id, one.role(), unit(one.unit()), one.from(), one.until(), one.post()));
            if (one.holds()) {
                verbs(one.role()).forEach(verb -> tops.add(new Top(verb, one.unit())));
            }
        }
        return new Stranger(accounts.find(login).orElseThrow(), tops);
    }

    private Stream<Verb> verbs(String role) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.name().equals(role)
                        || ground.superuser()
                                .sql("select exists (select from access.role where role_code = ? and verb = ?)")
                                .param(role)
                                .param(verb.name())
                                .query(Boolean.class)
                                .single());
    }

    private UnitId unit(String code) {
        return UnitId.of(ground.unit(code));
    }
}
