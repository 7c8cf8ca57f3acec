package vn.giaoban.demonstration;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaoban.access.Accounts;
import vn.giaoban.access.Grants;
import vn.giaoban.access.NewAccount;
import vn.giaoban.access.NewGrant;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.Populations;
import vn.giaoban.figures.Question;
import vn.giaoban.organisation.Aliases;
import vn.giaoban.organisation.NewHolding;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Posts;
import vn.giaoban.organisation.Terms;
import vn.giaoban.record.Entry;
import vn.giaoban.reporting.AdmissionPlans;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/** Who holds which post, the terms of committees, another name, who may sign in. */
@Component
class Offices {

    static final String PASSWORD = "giaoban";
    static final String ESTIMATE = "ước (dữ liệu trình diễn)";

    private final JdbcClient sql;
    private final Organisation organisation;
    private final Posts posts;
    private final Terms terms;
    private final Aliases aliases;
    private final Populations populations;
    private final Figures figures;
    private final AdmissionPlans plans;
    private final Accounts accounts;
    private final Grants grants;

    Offices(
            JdbcClient sql,
            Organisation organisation,
            Posts posts,
            Terms terms,
            Aliases aliases,
            Populations populations,
            Figures figures,
            AdmissionPlans plans,
            Accounts accounts,
            Grants grants) {
        this.sql = sql;
        this.organisation = organisation;
        this.posts = posts;
        this.terms = terms;
        this.aliases = aliases;
        this.populations = populations;
        this.figures = figures;
        this.plans = plans;
        this.accounts = accounts;
        this.grants = grants;
    }

    void fill(Actor by, Entry entry, Province province) {
        var register = province.spec().register();
        var units = units();
        var members = members(register, entry);
        posts.appoint(
                by,
                register,
                province.posts().stream()
                        .map(row -> new NewHolding(
                                row.post(),
                                Objects.requireNonNull(units.get(row.unit()), row.unit()),
                                row.village(),
                                row.member() == null ? null : members.get(row.member()),
                                row.outside(),
                                row.from(),
                                row.until(),
                                null))
                        .toList());
        for (var row : province.population()) {
            populations.enter(by, Objects.requireNonNull(units.get(row.unit())), row.day(), row.people(), ESTIMATE);
        }
        terms.beginAll(
                by,
                register,
                province.units().stream()
                        .flatMap(unit -> Congresses.terms(unit.kind(), Objects.requireNonNull(units.get(unit.code()))))
                        .toList());
        plan(by, Objects.requireNonNull(units.get(province.spec().code())));
        if (province.spec().formerName() != null) {
            aliases.add(
                    by,
                    Objects.requireNonNull(units.get(province.spec().code())),
                    "Đảng bộ tỉnh " + province.spec().formerName(),
                    null,
                    null,
                    new AsOf(Calendar.END, entry.at()));
        }
    }

    /** Plans for admissions of 2022 to 2024: near what was reached the year before, the province's the sum of its units'. */
    private void plan(Actor by, UnitId top) {
        for (var year = 2022; year <= 2024; year++) {
            var first = LocalDate.of(year, 1, 1);
            var at = new AsOf(LocalDate.of(year, 1, 31), figures.latest());
            var document = "Kế hoạch %d-KH/TU (trình diễn)".formatted(40 + year - 2020);
            var before = Question.of(top, first.minusYears(1), first).only("all-admissions");
            var whole = 0;
            for (var line : figures.children(by, before).lines()) {
                var reached = line.figure("all-admissions").orZero();
                if (!line.own() && reached > 0) {
                    var plan = (int) Math.round(reached * 1.1 / 5) * 5 + 5;
                    whole += plan;
                    plans.type(by, line.unit().id(), year, plan, document, at);
                }
            }
            plans.type(by, top, year, whole, document, at);
        }
    }

    /** One account for each person of the story, all with the same password. */
    void giveAccounts(Actor by, Province province) {
        var commune = province.units().stream()
                .filter(unit -> unit.name().equals("Đảng bộ xã Khang Ninh"))
                .findFirst()
                .orElseThrow()
                .code();
        var cell = province.units().stream()
                .filter(unit ->
                        commune.equals(unit.parent()) && !unit.villages().isEmpty())
                .findFirst()
                .orElseThrow()
                .code();
        var code = province.spec().code();
        give(by, "tochuc.tinh", "Cán bộ Ban Tổ chức Tỉnh ủy", "provincial-organisation-officer", code);
        give(by, "tochuc.tw", "Cán bộ Ban Tổ chức Trung ương", "centre-officer", Province.CENTRE);
        give(by, "vanphong.tinh", "Cán bộ Văn phòng Tỉnh ủy", "committee-office", code);
        give(by, "canbo.coso", "Cán bộ Đảng ủy xã Khang Ninh", "base-officer", commune);
        give(by, "bithu.chibo", "Bí thư chi bộ thôn", "cell-secretary", cell);
        give(by, "doc.solieu", "Người đọc số liệu", "figures-reader", code);
        give(by, "quantri", "Người quản trị thứ nhất", "administrator", null);
        give(by, "quantri2", "Người quản trị thứ hai", "administrator", null);
    }

    private void give(Actor by, String login, String name, String role, @Nullable String unit) {
        var account = accounts.create(by, new NewAccount(login, name), PASSWORD);
        var over = unit == null ? null : organisation.named(unit).orElseThrow();
        grants.give(by, new NewGrant(account, role, over, Spec.FIRST_DAY));
    }

    private Map<String, UnitId> units() {
        var units = new HashMap<String, UnitId>();
        sql.sql("select code, unit_id from organisation_api.unit").query(row -> {
            units.put(row.getString(1), new UnitId(row.getLong(2)));
        });
        return units;
    }

    private Map<String, Long> members(RegisterId register, Entry entry) {
        var members = new HashMap<String, Long>();
        sql.sql("select ref, member_id from membership_api.person_on(:day, :known) where register_id = :register")
                .param("day", Calendar.END)
                .param("known", Timestamp.from(entry.at()))
                .param("register", register.value())
                .query(row -> {
                    members.put(row.getString(1), row.getLong(2));
                });
        return members;
    }
}
