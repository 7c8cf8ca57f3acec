import java.sql.Connection;
import java.util.List;

/** Finding people by part of the name, and lists of members by given name, on pages as their readers see them. */
final class NationPersons {

    private static final List<String> NAMES = List.of(
            "huong giang", "nong duc", "tuan anh", "thi lan", "quoc khanh", "nguyen van", "bich phuong", "le", "hoang long", "xuan", "minh chau",
            "tran thi", "van hung", "ngoc anh", "dinh cong", "thanh tung", "lo van", "kim oanh", "huu nghia", "phuong thao");

    private final Connection connection;
    private final NationReport report;
    private final NationVisitor centre;
    private final NationVisitor officer;
    private final NationWriter writer;

    NationPersons(Connection connection, NationReport report, NationVisitor centre, String base) throws Exception {
        this.connection = connection;
        this.report = report;
        this.centre = centre;
        this.officer = new NationVisitor(base, "tochuc.tng");
        this.writer = new NationWriter(connection, officer, "TNG");
    }

    void search() throws Exception {
        var folded = """
                select r.name from membership.profile r where r.superseded_at = 'infinity' {register}
                   and translate(lower(r.name), '%s', '%s') like '%%{part}%%' limit 101
                """.formatted(ACCENTED, BARE);
        report.measure("find by part of the name, nation", "p95 ≤ 100 ms", (run, times) -> {
            var name = NAMES.get(run % NAMES.size());
            writer.write();
            times.application(() -> centre.get("/members?q=" + NationVisitor.encoded(name)));
            times.reference("plain SQL", "", () -> NationStore.answers(connection, folded.replace("{part}", name).replace("{register}", "")));
            connection.commit();
        });
        report.measure("find by part of the name, one province", "p95 ≤ 30 ms", (run, times) -> {
            var name = NAMES.get((run + 7) % NAMES.size());
            writer.write();
            times.application(() -> officer.get("/members?q=" + NationVisitor.encoded(name)));
            times.reference("plain SQL", "", () -> NationStore.answers(connection, folded.replace("{part}", name)
                    .replace("{register}", "and r.register_id = (select register_id from record.register where code = 'TNG')")));
            connection.commit();
        });
    }

    void lists() throws Exception {
        for (var of : List.of("TNG", "TW")) {
            var unit = NationWorld.id(connection, of);
            var who = of.equals("TW") ? centre : officer;
            var members = NationVisitor.values(who.get(
                            "/api/v1/figures/" + of + "?from=2026-11-01&until=2026-12-01&indicators=members"))
                    .get("members");
            var last = Math.max(1, (members - 200) / 100);
            var far = Math.min(1_000, last);
            var whose = of.equals("TW") ? "of the Centre" : "of a province's officer";
            var path = "/members?unit=" + unit + "&page=";
            var begun = System.nanoTime();
            who.get(path + 1);
            System.out.printf("  list %s, first time %.0f ms, %d members%n", whose, (System.nanoTime() - begun) / 1e6, members);
            report.measure("list of members " + whose + ", page 1", "p95 ≤ 50 ms", (run, times) -> {
                writer.write();
                var page = times.application(() -> who.get(path + 1));
                if (!page.contains("/members/")) {
                    report.wrong(path + 1 + " has nobody");
                }
            });
            report.measure("list of members " + whose + ", page " + (far == 1_000 ? "1,000" : far + " (of " + last + ")"), "p95 ≤ 50 ms", (run, times) -> {
                writer.write();
                var page = times.application(() -> who.get(path + (far - run % 20)));
                if (!page.contains("/members/")) {
                    report.wrong(path + (far - run % 20) + " has nobody");
                }
            });
        }
    }

    private static final String ACCENTED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
    private static final String BARE = "aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd";
}
