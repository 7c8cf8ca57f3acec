import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** A new province with many members, through the API: files as large as one may be, each with its preview, then confirmed. */
final class NationImport {

    private static final List<String> MIDDLE = List.of("Thị", "Văn", "Đức", "Minh", "Hồng", "Thanh", "Ngọc", "Quang", "Hữu", "Kim");
    private static final List<String> GIVEN =
            List.of("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Hạnh", "Huệ", "Khánh", "Lan", "Mai", "Nga", "Phúc", "Sơn", "Yến", "Tùng", "Vinh");
    private static final List<String> FAMILY = List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Nông");

    private final Connection connection;
    private final NationReport report;
    private final NationApplication application;
    private final int rows;
    private final int ofFile;
    private final String code;

    NationImport(Connection connection, NationReport report, NationApplication application, Map<String, String> options, NationWorld world)
            throws Exception {
        this.connection = connection;
        this.report = report;
        this.application = application;
        this.rows = Integer.parseInt(options.getOrDefault("rows", world.people > 5_000_000 ? "1000000" : String.valueOf(Math.max(20_000, world.people / 5))));
        this.ofFile = Integer.parseInt(options.getOrDefault("file-rows", "1000000"));
        this.code = "NHAP" + (1 + NationWorld.number(connection, "select count(*) from record.register where code like 'NHAP%'"));
    }

    void run() throws Exception {
        var officer = new NationVisitor(application.base(), "tochuc.tw");
        officer.apiPost("/api/v1/registers", "application/json", HttpRequest.BodyPublishers.ofString(
                "{\"code\":\"" + code + "\",\"name\":\"Đảng bộ tỉnh để nhập " + code + "\",\"kind\":\"dang-bo-tinh\",\"from\":\"2016-01-01\",\"parent\":\"TW\"}"),
                Map.of());
        var cells = Math.max(20, Math.min(20_000, rows / 25));
        confirm(officer, preview(officer, "units", units(cells)));
        var previews = 0L;
        var files = 0;
        var took = 0L;
        for (var first = 0; first < rows; first += ofFile) {
            var text = members(first, Math.min(rows, first + ofFile), cells);
            var sent = System.nanoTime();
            var id = preview(officer, "members", text);
            previews += System.nanoTime() - sent;
            confirm(officer, id);
            var done = System.nanoTime() - sent;
            took += done;
            files++;
            System.out.printf(Locale.ROOT, "  file %d of %d rows (%d MB packed): %.0f rows/s, JVM %s%n", files, Math.min(rows, first + ofFile) - first,
                    text.length >> 20, (Math.min(rows, first + ofFile) - first) * 1e9 / done, application.memory());
        }
        var seconds = took / 1e9;
        long there;
        // the reader sees only registers that were there when it connected
        try (var all = NationMeasure.reading(connection)) {
            there = NationWorld.number(all, """
                    select count(*) from membership.member m join record.register r using (register_id) where r.code = '%s' and m.superseded_at = 'infinity'
                    """.formatted(code));
        }
        if (there != rows) {
            report.wrong("imported " + rows + ", there are " + there);
        }
        report.row(String.format(Locale.ROOT, "import of %,d members in %d files, each with preview", rows, files), "≥ 3,000 rows/s, JVM ≤ 1 GB",
                "–", String.format(Locale.ROOT, "%,.0f rows/s, %.0f s of which previews %.0f", rows / seconds, seconds, previews / 1e9),
                "JVM -Xmx" + application.heap() + ": " + application.memory());
    }

    private static byte[] units(int cells) {
        var csv = new StringBuilder("ref,code,name,kind,sector,parent,from\n");
        var bases = Math.max(2, cells / 20);
        for (var n = 0; n < bases; n++) {
            csv.append("b-%d,{c}B%d,Đảng bộ xã %d,dang-bo-co-so,xa,{r},2000-01-01\n".formatted(n, n, n));
        }
        for (var n = 0; n < cells; n++) {
            csv.append("c-%d,{c}C%d,Chi bộ thôn %d,chi-bo,,{c}B%d,2000-01-01\n".formatted(n, n, n, n % bases));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Packed: a million members are some 120 MB of text. */
    private byte[] members(int from, int until, int cells) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var csv = new OutputStreamWriter(new GZIPOutputStream(packed, 1 << 16), StandardCharsets.UTF_8)) {
            csv.append("ref,family_and_given_name,birth,sex,ethnicity,religion,education,theory,occupation,citizen_number,cv_number,cell,belongs_from,"
                    + "degree,opening\n");
            for (var n = from; n < until; n++) {
                csv.append("m-" + n + ',' + FAMILY.get(n % 10) + ' ' + MIDDLE.get(n / 10 % 10) + ' ' + GIVEN.get(n / 100 % 17) + ','
                        + "%02d/%02d/%d".formatted(1 + n % 28, 1 + n / 28 % 12, 1950 + n / 336 % 50) + (n % 2 == 0 ? ",M" : ",F")
                        + ",Tày,Không,Đại học,Trung cấp,Giáo viên," + "%03d%09d".formatted(100 + code.charAt(4), n) + ",B" + n + ',' + code + 'C' + n % cells
                        + ",2015-01-01," + (n % 20 == 0 ? "probationary" : "official") + ",yes\n");
            }
        }
        return packed.toByteArray();
    }

    private long preview(NationVisitor officer, String kind, byte[] csv) throws Exception {
        var border = "----bench";
        var head = ("--" + border + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bench.csv\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var text = kind.equals("units")
                ? new String(csv, StandardCharsets.UTF_8).replace("{c}", code).replace("{r}", code).getBytes(StandardCharsets.UTF_8)
                : csv;
        var end = ("\r\n--" + border + "--\r\n").getBytes(StandardCharsets.UTF_8);
        var answer = officer.apiPost("/api/v1/imports/" + kind, "multipart/form-data; boundary=" + border,
                HttpRequest.BodyPublishers.ofByteArrays(List.of(head, text, end)), Map.of("X-Register", code));
        var id = Pattern.compile("\"id\":\\s*\"?([0-9]+)").matcher(answer);
        if (!id.find() || !answer.matches("(?s).*\"problems\":\\s*0\\b.*")) {
            throw new IllegalStateException("problems in " + kind + ": " + answer.substring(0, Math.min(1_500, answer.length())));
        }
        return Long.parseLong(id.group(1));
    }

    private static void confirm(NationVisitor officer, long id) throws Exception {
        officer.apiPost("/api/v1/imports/" + id + "/confirm", "application/json", HttpRequest.BodyPublishers.noBody(), Map.of());
        String state;
        do {
            Thread.sleep(50);
            state = officer.get("/api/v1/imports/" + id);
        } while (state.contains("\"RUNNING\""));
        if (!state.contains("\"DONE\"")) {
            throw new IllegalStateException("import " + id + ": " + state.substring(0, Math.min(1_500, state.length())));
        }
    }
}
