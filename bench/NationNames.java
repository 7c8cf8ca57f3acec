import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** Names as often as they are met, and their rotations as {@code membership.NameText} folds them. */
final class NationNames {

    private static final String[] FAMILIES =
            ("Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Lê Lê Phạm Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô"
                            + " Dương Lý Nông Hà Đinh Mai Trịnh Lương Đoàn Lâm Tạ Cao Vi Lò Giàng")
                    .split(" ");
    private static final String[] OF_MEN =
            "Văn Văn Văn Đức Hữu Minh Quang Công Xuân Đình Ngọc Thanh Tuấn Quốc Trọng Bá Viết Hồng Duy Thế".split(" ");
    private static final String[] OF_WOMEN = "Thị Thị Thị Thị Thu Ngọc Thanh Minh Kim Bích Hồng Phương Thùy Mai Lan".split(" ");
    private static final String[] GIVEN =
            ("An Anh Bắc Bình Bảo Châu Chi Chiến Công Cúc Cường Dung Dũng Dương Đạt Đông Đức Giang Hà Hải Hạnh Hậu Hiền Hiếu Hoa Hòa Hoàng Hồng"
                            + " Huệ Hùng Hương Huy Khánh Khoa Kiên Lan Lâm Liên Linh Loan Long Lộc Lợi Mai Mạnh Minh Nam Nga Ngân Nghĩa Ngọc Nguyên Nhung"
                            + " Oanh Phong Phúc Phương Quân Quang Quyên Quỳnh Sơn Tài Tâm Tân Thắng Thành Thảo Thịnh Thu Thủy Tiến Toàn Trang Trung Tú"
                            + " Tuấn Tùng Tuyết Uyên Vân Việt Vinh Xuân Yến")
                    .split(" ");

    private NationNames() {}

    static String name(SplittableRandom random, boolean woman) {
        var middle = woman ? OF_WOMEN : OF_MEN;
        var name = one(random, FAMILIES) + " " + one(random, middle) + " ";
        return random.nextInt(100) < 30 ? name + one(random, GIVEN) + " " + one(random, GIVEN) : name + one(random, GIVEN);
    }

    static <T> T one(SplittableRandom random, T[] of) {
        return of[random.nextInt(of.length)];
    }

    static Set<String> rotations(String name) {
        var syllables = folded(name).split(" ");
        var rotations = new LinkedHashSet<String>();
        for (var first = 0; first < syllables.length; first++) {
            var rotation = new StringBuilder();
            for (var n = 0; n < syllables.length; n++) {
                rotation.append(n == 0 ? "" : " ").append(syllables[(first + n) % syllables.length]);
            }
            rotations.add(rotation.toString());
        }
        return rotations;
    }

    private static String folded(String text) {
        var bare = new StringBuilder(text.length());
        var parted = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (var n = 0; n < parted.length(); n++) {
            if (Character.getType(parted.charAt(n)) != Character.NON_SPACING_MARK) {
                bare.append(parted.charAt(n));
            }
        }
        return bare.toString().toLowerCase(Locale.ROOT).replace('đ', 'd');
    }
}
