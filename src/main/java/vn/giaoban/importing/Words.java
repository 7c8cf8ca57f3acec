package vn.giaoban.importing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.Vietnamese;

/**
 * The words that may stand in a cell, and what each means. The first word of a code is the one that the template offers. Compared without
 * marks and capitals, so that "Đảng bộ cơ sở", "đảng bộ cơ sở" and "dang-bo-co-so" are one.
 */
final class Words {

    static final Words UNIT_KINDS = table(
            entry("centre", "Trung ương"),
            entry("dang-bo-tinh", "Đảng bộ tỉnh", "Đảng bộ thành phố trực thuộc Trung ương"),
            entry("dang-bo-truc-thuoc-tw", "Đảng bộ trực thuộc Trung ương"),
            entry("dang-bo-huyen", "Đảng bộ huyện", "Đảng bộ quận", "Đảng bộ thị xã"),
            entry("dang-bo-thanh-pho", "Đảng bộ thành phố"),
            entry("dang-bo-khoi", "Đảng bộ khối"),
            entry("dang-bo-cap-tren-co-so", "Đảng bộ cấp trên cơ sở", "Đảng bộ cấp trên trực tiếp cơ sở"),
            entry("dang-bo-xa", "Đảng bộ xã", "Đảng bộ phường", "Đảng bộ đặc khu"),
            entry("dang-bo-co-so", "Đảng bộ cơ sở"),
            entry("chi-bo-co-so", "Chi bộ cơ sở"),
            entry("dang-bo-bo-phan", "Đảng bộ bộ phận"),
            entry("chi-bo", "Chi bộ", "Chi bộ trực thuộc"),
            entry("dang-doan", "Đảng đoàn"),
            entry("ban-can-su", "Ban cán sự đảng", "Ban cán sự"),
            entry("to-dang", "Tổ đảng"),
            entry("chi-bo-tam-thoi", "Chi bộ sinh hoạt tạm thời", "Chi bộ tạm thời"));

    static final Words SECTORS = table(
            entry("xa", "Xã"),
            entry("phuong", "Phường"),
            entry("thi-tran", "Thị trấn"),
            entry("co-quan-dang-doan-the", "Cơ quan đảng, đoàn thể"),
            entry("co-quan-nha-nuoc", "Cơ quan nhà nước"),
            entry("su-nghiep-cong-lap", "Đơn vị sự nghiệp công lập", "Sự nghiệp công lập"),
            entry("su-nghiep-ngoai-cong-lap", "Đơn vị sự nghiệp ngoài công lập", "Sự nghiệp ngoài công lập"),
            entry("quan-doi", "Quân đội"),
            entry("cong-an", "Công an"),
            entry("dn-nha-nuoc", "Doanh nghiệp nhà nước"),
            entry("dn-co-phan", "Doanh nghiệp cổ phần"),
            entry("dn-tu-nhan", "Doanh nghiệp tư nhân"),
            entry("dn-nha-nuoc-100", "Doanh nghiệp 100% vốn nhà nước"),
            entry("dn-nha-nuoc-tu-50", "Doanh nghiệp có vốn nhà nước từ 50% trở lên"),
            entry("dn-nha-nuoc-duoi-50", "Doanh nghiệp có vốn nhà nước dưới 50%"),
            entry("dn-tnhh", "Công ty trách nhiệm hữu hạn", "Công ty TNHH"),
            entry("dn-hop-danh", "Công ty hợp danh"),
            entry("dn-von-nuoc-ngoai", "Doanh nghiệp có vốn đầu tư nước ngoài", "Doanh nghiệp vốn nước ngoài"),
            entry("dn-100-von-nuoc-ngoai", "Doanh nghiệp 100% vốn nước ngoài"),
            entry("hop-tac-xa", "Hợp tác xã"),
            entry("hoc-sinh-sinh-vien", "Học sinh, sinh viên"),
            entry("ngoai-nuoc", "Ngoài nước"),
            entry("khac", "Khác"));

    static final Words UNIT_EVENTS = table(
            entry("establish", "Thành lập", "established"),
            entry("rename", "Đổi tên", "renamed"),
            entry("move", "Chuyển", "Chuyển đơn vị", "moved"),
            entry("hand-over", "Chuyển giao", "handover", "handed-over"),
            entry("change-kind", "Đổi loại hình", "Chuyển đổi loại hình", "change-of-kind"),
            entry("absorb", "Sáp nhập", "absorbed", "merge"),
            entry("consolidate", "Hợp nhất", "consolidated"),
            entry("divide", "Chia", "divided"),
            entry("split-off", "Tách", "splitoff"),
            entry("split", "Chia tách"),
            entry("dissolve", "Giải thể", "dissolved"),
            entry("disband", "Giải tán", "disbanded"));

    static final Words MOVEMENTS = table(
            entry("admission", "Kết nạp", "admissions", "admitted", "admit"),
            entry("readmission", "Kết nạp lại", "readmissions", "readmitted"),
            entry("restored", "Phục hồi đảng tịch", "Phục hồi", "restoration", "restore"),
            entry("annulled", "Hủy quyết định kết nạp", "Hủy kết quả kết nạp", "annulment", "admission-annulled"),
            entry("recognition", "Công nhận chính thức", "recognitions", "recognised", "recognized", "official"),
            entry(
                    "recognition-annulled",
                    "Hủy quyết định công nhận",
                    "Hủy công nhận chính thức",
                    "recognitions-annulled"),
            entry(
                    "transfer",
                    "Chuyển sinh hoạt",
                    "Chuyển sinh hoạt chính thức",
                    "Chuyển đến",
                    "Chuyển đi",
                    "transfers",
                    "transferred",
                    "transfer-in",
                    "transfer-out",
                    "transfer-within",
                    "transfers-in",
                    "transfers-out",
                    "transfers-within",
                    "transferred-in",
                    "transferred-out",
                    "transferred-within"),
            entry("struck-off", "Xóa tên", "Xóa tên trong danh sách đảng viên", "strike-off", "striking-off"),
            entry("resigned", "Xin ra khỏi Đảng", "Xin ra", "resignation"),
            entry("expelled", "Khai trừ", "expulsion"),
            entry("died", "Từ trần", "Chết", "Mất", "death"),
            entry("exempted", "Miễn công tác và sinh hoạt", "Miễn sinh hoạt", "Miễn", "exempt", "exemption"),
            entry("exemption-ended", "Thôi miễn công tác và sinh hoạt", "Hết miễn sinh hoạt", "exemption-end"),
            entry("suspended", "Đình chỉ sinh hoạt", "Đình chỉ sinh hoạt đảng", "suspension"),
            entry("suspension-ended", "Hết đình chỉ sinh hoạt", "Hết đình chỉ", "suspension-end"),
            entry("away", "Sinh hoạt tạm thời", "Chuyển sinh hoạt tạm thời"),
            entry("back", "Hết sinh hoạt tạm thời", "Trở về", "returned"),
            entry(
                    "residence",
                    "Giới thiệu nơi cư trú",
                    "Giữ mối liên hệ nơi cư trú",
                    "Giới thiệu sinh hoạt nơi cư trú",
                    "residence-link"),
            entry("residence-ended", "Thôi giữ mối liên hệ nơi cư trú", "Hết giới thiệu nơi cư trú", "residence-end"));

    static final Words SEXES = table(entry("M", "Nam", "male"), entry("F", "Nữ", "female"));

    static final Words DEGREES = table(
            entry("official", "Chính thức", "Đảng viên chính thức", "full"),
            entry("probationary", "Dự bị", "Đảng viên dự bị", "probation", "candidate"));

    static final Words YES_NO =
            table(entry("yes", "Có", "x", "1", "true", "y", "đúng"), entry("no", "Không", "0", "false", "n", "sai"));

    private static final Words NONE = table();

    private final Map<String, String> meanings;
    private final List<String> offered;

    private Words(Map<String, String> meanings, List<String> offered) {
        this.meanings = Map.copyOf(meanings);
        this.offered = List.copyOf(offered);
    }

    static Words none() {
        return NONE;
    }

    /** The code that is meant; null if the word is not known. */
    @Nullable
    String meaning(String word) {
        return meanings.get(folded(word));
    }

    /** The word of each code that a template offers. */
    List<String> offered() {
        return offered;
    }

    private record Word(String code, List<String> words) {}

    private static Word entry(String code, String... words) {
        return new Word(code, List.of(words));
    }

    private static Words table(Word... entries) {
        Map<String, String> meanings = new HashMap<>();
        for (var entry : entries) {
            entry.words().forEach(word -> meanings.put(folded(word), entry.code()));
            meanings.put(folded(entry.code()), entry.code());
        }
        return new Words(
                meanings,
                Arrays.stream(entries).map(entry -> entry.words().get(0)).toList());
    }

    static String folded(String word) {
        return Vietnamese.folded(word)
                .replaceAll("[\\s_,.–-]+", " ")
                .replace("huỷ", "huy")
                .strip();
    }
}
