package vn.giaoban.importing;

import static vn.giaoban.importing.Column.day;
import static vn.giaoban.importing.Column.key;
import static vn.giaoban.importing.Column.keys;
import static vn.giaoban.importing.Column.text;
import static vn.giaoban.importing.Column.word;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.giaoban.importing.sheet.Limits;
import vn.giaoban.shared.Verb;

/** What can be imported, each with its columns. {@code docs/import.md} tells people the same; a test compares. */
public enum ImportKind {
    UNITS(
            "units",
            Verb.CHANGE_STRUCTURE,
            key("ref", "Mã dòng").always(),
            key("code", "Mã tổ chức").always(),
            text("name", "Tên tổ chức", 200).always(),
            word("kind", "Loại hình tổ chức", Words.UNIT_KINDS, "Loại tổ chức").always(),
            word("sector", "Loại hình đơn vị", Words.SECTORS, "Lĩnh vực"),
            key("parent", "Tổ chức cấp trên", "Mã tổ chức cấp trên"),
            day("from", "Từ ngày").always(),
            text("village", "Thôn, tổ dân phố", 200, "Thôn"),
            Column.of(Column.Type.NUMBER, "order", "Thứ tự"),
            key("cancels", "Thay cho mã dòng")),

    UNIT_EVENTS(
            "unit-events",
            Verb.CHANGE_STRUCTURE,
            key("ref", "Mã dòng").always(),
            word("kind", "Sự kiện", Words.UNIT_EVENTS, "Loại sự kiện").always(),
            day("day", "Ngày hiệu lực", "Ngày").always(),
            keys("unit", "Tổ chức", "Mã tổ chức"),
            key("parent", "Tổ chức cấp trên", "Tổ chức cấp trên mới"),
            key("into", "Nhập vào tổ chức", "Nhập vào"),
            keys("new_code", "Mã tổ chức mới", "Mã mới"),
            text("new_name", "Tên mới", 2_000, "Tên tổ chức mới"),
            word("new_kind", "Loại hình mới", Words.UNIT_KINDS),
            key("principal", "Tổ chức kế thừa"),
            key("receiving_cell", "Chi bộ tiếp nhận"),
            text("decision_no", "Số quyết định", 100),
            day("decision_day", "Ngày quyết định"),
            text("issuer", "Cơ quan ban hành", 200),
            word("new_sector", "Loại hình đơn vị mới", Words.SECTORS),
            text("village", "Thôn, tổ dân phố", 200, "Thôn"),
            Column.of(Column.Type.NUMBER, "order", "Thứ tự"),
            key("cancels", "Thay cho mã dòng")),

    UNIT_EVENT_PEOPLE(
            "unit-event-people",
            Verb.CHANGE_STRUCTURE,
            key("event_ref", "Mã dòng sự kiện", "Mã sự kiện").always(),
            key("member_ref", "Mã dòng đảng viên", "Đảng viên").always(),
            key("cell", "Chi bộ", "Chi bộ đến"),
            key("register", "Sổ đăng ký của đảng viên", "Sổ đăng ký")),

    MEMBERS(
            "members",
            Verb.KEEP_REGISTER,
            key("ref", "Mã dòng").always(),
            text("family_and_given_name", "Họ và tên", 100, "Họ tên").always(),
            Column.of(Column.Type.BIRTH, "birth", "Ngày sinh", "Ngày tháng năm sinh")
                    .always(),
            word("sex", "Giới tính", Words.SEXES).always(),
            text("ethnicity", "Dân tộc", 60),
            text("religion", "Tôn giáo", 60),
            text("education", "Trình độ học vấn", 120, "Trình độ"),
            text("theory", "Lý luận chính trị", 120),
            text("occupation", "Nghề nghiệp", 160),
            key("citizen_number", "Số định danh cá nhân", "Số căn cước", "Số căn cước công dân", "CCCD"),
            key("card", "Số thẻ đảng viên", "Số thẻ"),
            key("cv_number", "Số lý lịch"),
            key("cell", "Chi bộ", "Mã chi bộ"),
            day("belongs_from", "Sinh hoạt từ ngày"),
            word("degree", "Tư cách đảng viên", Words.DEGREES, "Tư cách"),
            Column.of(Column.Type.YES_NO, "opening", "Có ở đầu kỳ", "Đầu kỳ"),
            day("admission_decision_day", "Ngày quyết định kết nạp"),
            day("admission_ceremony_day", "Ngày kết nạp"),
            day("official_day", "Ngày chính thức", "Ngày công nhận chính thức"),
            text("other_name", "Tên gọi khác", 100, "Bí danh"),
            text("native_place", "Quê quán", 300),
            text("residence", "Nơi ở hiện nay", 300, "Nơi ở"),
            text("languages", "Ngoại ngữ", 200),
            Column.of(Column.Type.NUMBER, "gap_days", "Số ngày gián đoạn tuổi đảng"),
            key("cancels", "Thay cho mã dòng")),

    MOVEMENTS(
            "movements",
            Verb.KEEP_REGISTER,
            key("ref", "Mã dòng").always(),
            key("member_ref", "Mã dòng đảng viên", "Đảng viên").always(),
            word("kind", "Loại biến động", Words.MOVEMENTS).always(),
            day("day", "Ngày tính", "Ngày").always(),
            day("decision_day", "Ngày quyết định"),
            day("ceremony_day", "Ngày tổ chức lễ", "Ngày lễ kết nạp"),
            day("issued_day", "Ngày cấp giấy giới thiệu", "Ngày cấp giấy"),
            day("received_day", "Ngày tiếp nhận"),
            day("until_day", "Đến ngày (dự kiến)", "Đến ngày"),
            key("from_cell", "Từ chi bộ"),
            text("from_outside", "Từ nơi khác", 200),
            key("to_cell", "Đến chi bộ"),
            text("to_outside", "Đến nơi khác", 200),
            text("decision_no", "Số quyết định", 100),
            key("then_cell", "Sau đó về chi bộ"),
            key("cancels", "Thay cho mã dòng"));

    /** Rows that are looked at and recorded together at most, of kinds whose rows stand for themselves. */
    static final int PIECE = 10_000;

    private final String code;
    private final Verb verb;
    private final List<Column> columns;

    ImportKind(String code, Verb verb, Column... columns) {
        this.code = code;
        this.verb = verb;
        this.columns = List.of(columns);
    }

    /** Whether rows of a file say nothing of one another, so that a long one is taken in pieces. */
    boolean standsForItself() {
        return this == MEMBERS;
    }

    /** Lines of a file at most, the headings among them. What hangs together is held in memory whole. */
    public int mostLines() {
        return standsForItself() ? Limits.LINES_IN_PIECES : Limits.LINES;
    }

    /** As it stands in addresses. */
    public String code() {
        return code;
    }

    /** The right that is needed over the root of the register. */
    public Verb verb() {
        return verb;
    }

    List<Column> columns() {
        return columns;
    }

    int index(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).code().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(code + " has no column " + column);
    }

    /** The Vietnamese heading of a column; the code itself where another module told of a column that is not ours. */
    public String heading(String column) {
        return columns.stream()
                .filter(one -> one.code().equals(column))
                .map(Column::heading)
                .findFirst()
                .orElse(column);
    }

    /** Codes of all columns with their headings, in order. */
    public Map<String, String> headings() {
        Map<String, String> headings = new LinkedHashMap<>();
        columns.forEach(column -> headings.put(column.code(), column.heading()));
        return headings;
    }

    public static Optional<ImportKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
