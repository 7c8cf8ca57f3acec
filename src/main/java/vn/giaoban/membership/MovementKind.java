package vn.giaoban.membership;

import java.util.List;
import java.util.Optional;
import vn.giaoban.shared.Vietnamese;

/**
 * How people come, go and change. The order of the constants is the order in which things of one day take effect (counting, section 1).
 */
public enum MovementKind {
    /** By an event on units, for those who do not follow the unit's successor; never entered as a movement. */
    CARRIED("carried", Part.STRUCTURE, "chuyển theo tổ chức"),
    ADMISSION("admission", Part.ENTERS, "kết nạp"),
    READMISSION("readmission", Part.ENTERS, "kết nạp lại"),
    RESTORED("restored", Part.ENTERS, "phục hồi đảng tịch", "khôi phục đảng tịch", "khôi phục quyền đảng viên"),
    TRANSFER(
            "transfer",
            Part.TRANSFERS,
            "chuyển sinh hoạt",
            "chuyển sinh hoạt đảng",
            "chuyển đến",
            "chuyển đi",
            "chuyển nội bộ"),
    RECOGNITION(
            "recognition",
            Part.DEGREE,
            "công nhận chính thức",
            "công nhận đảng viên chính thức",
            "chuyển đảng chính thức"),
    RECOGNITION_ANNULLED("recognition-annulled", Part.DEGREE, "hủy công nhận", "hủy quyết định công nhận"),
    EXEMPTION_ENDED("exemption-ended", Part.CONDITION, "thôi miễn", "hết miễn sinh hoạt"),
    SUSPENSION_ENDED("suspension-ended", Part.CONDITION, "hết đình chỉ", "hết đình chỉ sinh hoạt"),
    RETURNED("back", Part.CONDITION, "returned", "trở về", "hết sinh hoạt tạm thời"),
    RESIDENCE_ENDED("residence-ended", Part.CONDITION, "thôi giữ mối liên hệ nơi cư trú", "hết giới thiệu nơi cư trú"),
    EXEMPTED("exempted", Part.CONDITION, "miễn", "miễn sinh hoạt", "miễn công tác và sinh hoạt"),
    SUSPENDED("suspended", Part.CONDITION, "đình chỉ", "đình chỉ sinh hoạt"),
    AWAY("away", Part.CONDITION, "sinh hoạt tạm thời", "chuyển sinh hoạt tạm thời"),
    RESIDENCE(
            "residence",
            Part.CONDITION,
            "giới thiệu nơi cư trú",
            "giữ mối liên hệ nơi cư trú",
            "giới thiệu sinh hoạt nơi cư trú"),
    STRUCK_OFF("struck-off", Part.LEAVES, "xóa tên"),
    RESIGNED("resigned", Part.LEAVES, "xin ra", "xin ra khỏi Đảng"),
    EXPELLED("expelled", Part.LEAVES, "khai trừ"),
    ANNULLED("annulled", Part.LEAVES, "hủy kết nạp", "hủy quyết định kết nạp"),
    DIED("died", Part.LEAVES, "từ trần", "chết", "mất");

    /** What a kind does to the belonging. */
    public enum Part {
        STRUCTURE,
        ENTERS,
        TRANSFERS,
        DEGREE,
        CONDITION,
        LEAVES
    }

    private final String code;
    private final Part part;
    private final List<String> words;

    MovementKind(String code, Part part, String... words) {
        this.code = code;
        this.part = part;
        this.words = List.of(words);
    }

    /** As in files, in the API and in the database. */
    public String code() {
        return code;
    }

    public Part part() {
        return part;
    }

    /** Đưa ra khỏi Đảng: struck off, resigned, expelled. */
    public boolean removes() {
        return this == STRUCK_OFF || this == RESIGNED || this == EXPELLED;
    }

    /** Names a place beside the cell where the person belongs: a temporary cell, or the cell of residence. */
    public boolean beside() {
        return this == AWAY || this == RESIDENCE;
    }

    /** Kinds that only those with the right to removals and discipline may see. */
    public boolean hidden() {
        return removes() || this == ANNULLED || this == SUSPENDED || this == SUSPENSION_ENDED;
    }

    public static MovementKind ofCode(String code) {
        for (var kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of movement: " + code);
    }

    /** Reads code or Vietnamese word, with or without accents; share-outs are not entered. */
    public static Optional<MovementKind> read(String text) {
        var folded = Vietnamese.folded(text);
        for (var kind : values()) {
            if (kind != CARRIED
                    && (folded.replace('_', '-').equals(kind.code)
                            || folded.equals(kind.code.replace('-', ' '))
                            || kind.words.stream().map(Vietnamese::folded).anyMatch(folded::equals))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
