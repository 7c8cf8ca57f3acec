package vn.giaoban.importing;

import java.util.List;
import java.util.Map;

/** The rows of the example sheet of each template, by the codes of their columns. */
final class Examples {

    private Examples() {}

    static List<Map<String, String>> of(ImportKind kind) {
        return switch (kind) {
            case UNITS ->
                List.of(
                        Map.of(
                                "ref",
                                "1",
                                "code",
                                "BT",
                                "name",
                                "Đảng bộ huyện Ba Bể (ví dụ)",
                                "kind",
                                "Đảng bộ huyện",
                                "parent",
                                "BK",
                                "from",
                                "01/01/2010",
                                "order",
                                "1"),
                        Map.of(
                                "ref",
                                "2",
                                "code",
                                "BT-01",
                                "name",
                                "Đảng bộ xã Thượng (ví dụ)",
                                "kind",
                                "Đảng bộ cơ sở",
                                "sector",
                                "Xã",
                                "parent",
                                "BT",
                                "from",
                                "01/01/2010",
                                "order",
                                "1"),
                        Map.of(
                                "ref",
                                "3",
                                "code",
                                "BT-01-01",
                                "name",
                                "Chi bộ thôn Nà Ví (ví dụ)",
                                "kind",
                                "Chi bộ",
                                "parent",
                                "BT-01",
                                "from",
                                "01/01/2010",
                                "village",
                                "Thôn Nà Ví",
                                "order",
                                "1"));
            case UNIT_EVENTS ->
                List.of(
                        Map.of(
                                "ref",
                                "1",
                                "kind",
                                "Sáp nhập",
                                "day",
                                "01/05/2024",
                                "unit",
                                "BT-01-02",
                                "into",
                                "BT-01-01",
                                "decision_no",
                                "12-QĐ/HU",
                                "decision_day",
                                "25/04/2024",
                                "issuer",
                                "Ban Thường vụ Huyện ủy"),
                        Map.of(
                                "ref",
                                "2",
                                "kind",
                                "Chia",
                                "day",
                                "01/06/2024",
                                "unit",
                                "BT-01-03",
                                "new_code",
                                "BT-01-04;BT-01-05",
                                "new_name",
                                "Chi bộ thôn Một;Chi bộ thôn Hai",
                                "new_kind",
                                "Chi bộ",
                                "principal",
                                "BT-01-04",
                                "decision_no",
                                "15-QĐ/HU"),
                        Map.of(
                                "ref",
                                "3",
                                "kind",
                                "Giải thể",
                                "day",
                                "01/07/2024",
                                "unit",
                                "BT-01-06",
                                "receiving_cell",
                                "BT-01-01",
                                "decision_no",
                                "20-QĐ/HU"));
            case UNIT_EVENT_PEOPLE -> List.of(Map.of("event_ref", "2", "member_ref", "2", "cell", "BT-01-05"));
            case MEMBERS ->
                List.of(
                        Map.ofEntries(
                                Map.entry("ref", "1"),
                                Map.entry("family_and_given_name", "Nông Thị Ví Dụ"),
                                Map.entry("birth", "05/03/1985"),
                                Map.entry("sex", "Nữ"),
                                Map.entry("ethnicity", "Tày"),
                                Map.entry("religion", "Không"),
                                Map.entry("education", "Đại học"),
                                Map.entry("theory", "Trung cấp"),
                                Map.entry("occupation", "Giáo viên"),
                                Map.entry("cell", "BT-01-01"),
                                Map.entry("belongs_from", "01/06/2015"),
                                Map.entry("degree", "Chính thức"),
                                Map.entry("opening", "Có"),
                                Map.entry("admission_ceremony_day", "19/05/2014")),
                        Map.of(
                                "ref",
                                "2",
                                "family_and_given_name",
                                "Hoàng Văn Ví Dụ",
                                "birth",
                                "1990",
                                "sex",
                                "Nam",
                                "ethnicity",
                                "Nùng",
                                "opening",
                                "Không"));
            case MOVEMENTS ->
                List.of(
                        Map.of(
                                "ref",
                                "1",
                                "member_ref",
                                "2",
                                "kind",
                                "Kết nạp",
                                "day",
                                "10/02/2024",
                                "decision_day",
                                "30/01/2024",
                                "ceremony_day",
                                "10/02/2024",
                                "to_cell",
                                "BT-01-01",
                                "decision_no",
                                "31-QĐ/HU"),
                        Map.of(
                                "ref",
                                "2",
                                "member_ref",
                                "1",
                                "kind",
                                "Chuyển sinh hoạt",
                                "day",
                                "01/03/2024",
                                "received_day",
                                "01/03/2024",
                                "from_cell",
                                "BT-01-01",
                                "to_outside",
                                "Đảng bộ tỉnh khác"));
        };
    }
}
