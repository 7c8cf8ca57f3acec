package vn.giaoban.doors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is typed into the forms and asked for in the addresses, so that whoever has the right comes through. */
final class Forms {

    /** The parameters of questions; those that are not here are left out. */
    private static final Map<String, String> ASKED = Map.ofEntries(
            Map.entry("from", "2024-01-01"),
            Map.entry("until", "2026-07-01"),
            Map.entry("last", "30/06/2026"),
            Map.entry("period", "2026-H1"),
            Map.entry("structure", "as-is"),
            Map.entry("indicator", "members"),
            Map.entry("indicators", "members,expelled,resigned,members-women"),
            Map.entry("by", "religion"),
            Map.entry("since", "2025-01-01"),
            Map.entry("on", "30/06/2026"),
            Map.entry("reason", "xem theo yêu cầu"),
            Map.entry("tab", "sensitive"),
            Map.entry("format", "csv"),
            Map.entry("q", "xq"));

    /** A whole form for each address that is posted to; {@code unit} and {@code code} are put in place of the words. */
    private static final Map<String, Map<String, String>> POSTED = Map.ofEntries(
            Map.entry(
                    "/members/new",
                    of(
                            "name",
                            "Lý Thị Mới",
                            "birth",
                            "02/03/1990",
                            "sex",
                            "F",
                            "kind",
                            "ADMISSION",
                            "day",
                            "01/06/2026",
                            "cell",
                            "CODE")),
            Map.entry("/members/{member}/movements/new", of("kind", "DIED", "day", "20/06/2026")),
            Map.entry("/members/{member}/correct", of("reason", "theo giấy khai sinh", "document", "GKS 12")),
            Map.entry(
                    "/members/{member}/changes/new",
                    of("attribute", "OCCUPATION", "day", "01/06/2026", "value", "Thợ mộc")),
            Map.entry("/members/{member}/changes/{change}/withdraw", of("reason", "nhập nhầm")),
            Map.entry("/members/doubles/{register}/{hit}", of()),
            Map.entry(
                    "/changes/new",
                    of("member", "MEMBER", "kind", "DIED", "day", "20/06/2026", "words", "gia đình báo")),
            Map.entry("/changes/{report}/confirm", of("day", "20/06/2026")),
            Map.entry("/changes/{report}/return", of("words", "xem lại ngày")),
            Map.entry("/changes/{report}/take-back", of()),
            Map.entry("/admission-plans/{unit}", of("year", "2026", "document", "KH 1")),
            Map.entry(
                    "/figures/{unit}/populations",
                    of("day", "01/01/2026", "value", "4.321", "source", "Niên giám 2025")),
            Map.entry(
                    "/api/v1/figures/{code}/populations",
                    of("day", "2026-01-01", "value", "4321", "source", "Niên giám 2025")),
            Map.entry("/api/v1/hierarchies", of("code", "khoi-moi", "name", "Khối mới")),
            Map.entry("/api/v1/hierarchies/{code}/places", of("unit", "CODE", "parent", "CODE", "from", "2026-01-01")),
            Map.entry("/api/v1/units/{code}/aliases", of("name", "Tên gọi nữa", "from", "2024-01-01")),
            Map.entry("/api/v1/units/{code}/aliases/{alias}/withdraw", of()),
            Map.entry(
                    "/api/v1/units/{code}/terms",
                    of("name", "Nhiệm kỳ 2010–2015", "from", "2010-01-01", "until", "2015-01-01")),
            Map.entry("/api/v1/units/{code}/terms/{term}", of("name", "Nhiệm kỳ 2025–2030", "from", "2025-01-02")),
            Map.entry("/api/v1/units/{code}/terms/{term}/withdraw", of()),
            Map.entry(
                    "/api/v1/units/{code}/posts",
                    of("post", "pho-bi-thu", "name", "Người Ngoài", "from", "2026-06-01", "decisionNo", "7-QĐ")),
            Map.entry("/api/v1/units/{code}/posts/{register}/{holding}/end", of("until", "2026-07-01")),
            Map.entry("/members/{kept}/merge", of("with", "MEMBER", "reason", "nhập hai lần")),
            Map.entry("/members/{kept}/merge/{merge}/undo", of("reason", "không phải một người")),
            Map.entry("/members/{member}/movements/{movement}/withdraw", of("reason", "nhập nhầm")),
            Map.entry(
                    "/units/{unit}/events/{kind}",
                    of(
                            "day",
                            "01/06/2026",
                            "name",
                            "Tên mới đặt",
                            "number",
                            "12-QĐ",
                            "issuer",
                            "Tỉnh ủy",
                            "decisionDay",
                            "30/05/2026",
                            "apply",
                            "true")),
            Map.entry("/events/{event}/undo", of()),
            Map.entry("/events/{event}/files", of()),
            Map.entry("/events/{event}/files/{file}/detach", of()),
            Map.entry("/units/{unit}/aliases", of("name", "Tên gọi khác", "from", "01/01/2024", "until", "31/12/2024")),
            Map.entry("/units/{unit}/aliases/{alias}/withdraw", of()),
            Map.entry(
                    "/units/{unit}/terms",
                    of("name", "Nhiệm kỳ 2020–2025", "from", "01/01/2020", "until", "31/12/2024")),
            Map.entry("/units/{unit}/terms/{term}", of("name", "Nhiệm kỳ 2025–2030", "from", "02/01/2025")),
            Map.entry("/units/{unit}/terms/{term}/withdraw", of()),
            Map.entry(
                    "/units/{unit}/posts",
                    of("post", "pho-bi-thu", "name", "Người Ngoài", "from", "01/06/2026", "number", "7-QĐ")),
            Map.entry("/units/{unit}/posts/{register}/{holding}/end", of("last", "30/06/2026")),
            Map.entry("/members/export", of("unit", "UNIT", "purpose", "rà soát", "format", "csv")),
            Map.entry("/comparisons", of("unit", "UNIT", "day", "30/06/2026")),
            Map.entry("/comparisons/{id}/lines/{line}", of("decision", "LATER", "words", "hỏi lại")),
            Map.entry("/due/{list}/export", of("unit", "UNIT", "purpose", "rà soát", "format", "csv")),
            Map.entry(
                    "/members/{member}/requests/new",
                    of("kind", "CORRECT", "asked", "01/06/2026", "words", "xin sửa quê quán")),
            Map.entry("/data-requests/{request}/answer", of("outcome", "DONE", "words", "đã sửa")),
            Map.entry("/due/no-admission/{unit}/reason", of("reason", "khac", "words", "lời của cán bộ")),
            Map.entry("/plans/{id}/apply", of()),
            Map.entry("/plans/{id}/undo", of()),
            Map.entry("/figures/{unit}/freezes", of("from", "01/01/2025", "last", "31/12/2025", "note", "chốt năm")),
            Map.entry("/api/v1/figures/{code}/freezes", of("from", "2025-01-01", "until", "2026-01-01")),
            Map.entry("/forms/{unit}/templates", of()),
            Map.entry("/forms/{unit}/templates/{template}", of("sheet0", "Bieu 1", "form0", "1", "row0-A", "6")),
            Map.entry("/reports/{unit}/remark", of("period", "2026-H1", "words", "Lời của cán bộ")),
            Map.entry(
                    "/units/{unit}/typed-figures",
                    of(
                            "kind",
                            "appointment-turns",
                            "from",
                            "01/01/2026",
                            "lastDay",
                            "15/06/2026",
                            "value",
                            "187",
                            "source",
                            "BC 1")),
            Map.entry("/units/{unit}/typed-figures/{typed}/withdraw", of()),
            Map.entry(
                    "/units/{unit}/periods",
                    of("name", "Nửa năm 2026", "lastDay", "15/06/2026", "asked", "DIRECT", "document", "CV 1")),
            Map.entry(
                    "/periods/{period}/correct",
                    of("name", "Nửa năm đã sửa", "lastDay", "16/06/2026", "asked", "BASE", "document", "CV 2")),
            Map.entry("/periods/{period}/withdraw", of()),
            Map.entry("/periods/{period}/reminders", of()),
            Map.entry("/periods/{period}/close", of("note", "chốt kỳ")),
            Map.entry(
                    "/periods/{period}/units/{unit}",
                    of("seen", "0", "post", "Phó Bí thư", "document", "Báo cáo 1-BC")),
            Map.entry("/imports", of("kind", "members", "register", "PROVINCE")),
            Map.entry("/imports/{id}/confirm", of()),
            Map.entry("/imports/{id}/matching", of("heading", "ref", "column0", "ref")),
            Map.entry("/api/v1/imports/{kind}", of()),
            Map.entry("/api/v1/imports/{id}/confirm", of()),
            Map.entry(
                    "/api/v1/registers",
                    of(
                            "code",
                            "NEW",
                            "name",
                            "Đảng bộ mới",
                            "kind",
                            "dang-bo-tinh",
                            "from",
                            "2026-01-01",
                            "parent",
                            "CODE")),
            Map.entry("/accounts/new", of("login", "nguoi.moi", "name", "Người mới", "locale", "vi", "home", "CODE")),
            Map.entry("/accounts/{id}/password", of("reason", "quên mật khẩu")),
            Map.entry("/accounts/{id}/disable", of("reason", "nghỉ việc")),
            Map.entry("/accounts/{id}/enable", of("reason", "đi làm lại")),
            Map.entry("/accounts/{id}/roles/new", of("role", "figures-reader", "unit", "CODE", "reason", "phân công")),
            Map.entry("/accounts/{id}/roles/{grant}/end", of("reason", "thôi việc")),
            Map.entry("/accounts/proposals/{id}/confirm", of()),
            Map.entry("/accounts/proposals/{id}/decline", of()),
            Map.entry("/account/seen", of()),
            Map.entry(
                    "/account/password", of("old", "x", "chosen", "Trăng sáng đầu non", "again", "Trăng sáng đầu non")),
            Map.entry("/account/tokens", of("name", "máy bàn", "days", "30")),
            Map.entry("/account/tokens/{token}/revoke", of()),
            Map.entry("/account/sessions/end", of()),
            Map.entry("/audit/verify", of("mark", "0000 0000")),
            Map.entry("/setup", of("setupCode", "x")));

    private Forms() {}

    static Map<String, String> question(Door door, Map<String, String> keys) {
        var asked = new LinkedHashMap<String, String>();
        for (var parameter : door.parameters()) {
            var value = parameter.name().equals("unit") ? keys.get("unit") : ASKED.get(parameter.name());
            if (value != null) {
                asked.put(parameter.name(), value);
            }
        }
        return asked;
    }

    /** @throws AssertionError if a new form has no case yet: then nobody tries it */
    static Map<String, String> form(Door door, Map<String, String> keys) {
        var code = String.valueOf(keys.get("code"));
        var form = POSTED.get(door.pattern());
        if (form == null) {
            throw new AssertionError("nobody tries " + door + ": give it a form in doors.Forms");
        }
        var filled = new LinkedHashMap<String, String>();
        form.forEach((name, value) -> filled.put(
                name,
                value.replace("CODE", code)
                        .replace("UNIT", String.valueOf(keys.get("unit")))
                        .replace("MEMBER", String.valueOf(keys.get("member")))
                        .replace("PROVINCE", code.substring(0, 1))));
        return filled;
    }

    static List<String> patterns() {
        return List.copyOf(POSTED.keySet());
    }

    private static Map<String, String> of(String... pairs) {
        var form = new LinkedHashMap<String, String>();
        for (var n = 0; n < pairs.length; n += 2) {
            form.put(pairs[n], pairs[n + 1]);
        }
        return form;
    }
}
