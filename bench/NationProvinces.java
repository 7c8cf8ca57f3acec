import java.util.ArrayList;
import java.util.List;

/**
 * The 63 provinces of 2016 and into which of the 34 each went on 1 July 2025 (Nghị quyết 202/2025/QH15). Which of the merged keeps its
 * register is ours: the one whose name the new province bears, else the first. Weights are made up, large cities apart.
 */
final class NationProvinces {

    /** @param into code of the one that goes on; its own if it stays */
    record Province(String code, String name, int weight, String into) {}

    static final List<Province> ALL = read("""
            HN Hà Nội 46; HUE Thừa Thiên Huế 8; LCH Lai Châu 4; DB Điện Biên 6; SL Sơn La 9; LS Lạng Sơn 7; QN Quảng Ninh 11; TH Thanh Hóa 23
            NA Nghệ An 20; HT Hà Tĩnh 11; CB Cao Bằng 7
            TQ Tuyên Quang 7 + HAG Hà Giang 7; LCA Lào Cai 6 + YB Yên Bái 7; TNG Thái Nguyên 10 + BK Bắc Kạn 5
            PT Phú Thọ 12 + VP Vĩnh Phúc 8 + HB Hòa Bình 8; BN Bắc Ninh 8 + BG Bắc Giang 10; HY Hưng Yên 8 + TB Thái Bình 13
            HP Hải Phòng 14 + HD Hải Dương 11; NB Ninh Bình 8 + HNA Hà Nam 6 + ND Nam Định 12; QT Quảng Trị 6 + QB Quảng Bình 8
            DNA Đà Nẵng 7 + QNA Quảng Nam 8; QNG Quảng Ngãi 7 + KT Kon Tum 4; GL Gia Lai 6 + BDI Bình Định 8
            KH Khánh Hòa 6 + NT Ninh Thuận 3; LD Lâm Đồng 6 + DNO Đắk Nông 3 + BTH Bình Thuận 4; DL Đắk Lắk 8 + PY Phú Yên 5
            HCM Hồ Chí Minh 27 + BD Bình Dương 6 + VT Bà Rịa - Vũng Tàu 5; DNI Đồng Nai 9 + BP Bình Phước 4; TNI Tây Ninh 4 + LA Long An 6
            CT Cần Thơ 6 + ST Sóc Trăng 5 + HG Hậu Giang 4; VL Vĩnh Long 5 + BTR Bến Tre 6 + TV Trà Vinh 5; DT Đồng Tháp 6 + TG Tiền Giang 6
            CM Cà Mau 5 + BL Bạc Liêu 4; AG An Giang 7 + KG Kiên Giang 7
            """);

    static final int WEIGHTS = ALL.stream().mapToInt(Province::weight).sum();

    private NationProvinces() {}

    private static List<Province> read(String text) {
        var all = new ArrayList<Province>();
        for (var group : text.strip().split("[;\n]")) {
            String into = null;
            for (var one : group.strip().split(" \\+ ")) {
                var words = one.strip();
                var code = words.substring(0, words.indexOf(' '));
                into = into == null ? code : into;
                var name = words.substring(words.indexOf(' ') + 1, words.lastIndexOf(' '));
                all.add(new Province(code, name, Integer.parseInt(words.substring(words.lastIndexOf(' ') + 1)), into));
            }
        }
        var remaining = all.stream().filter(one -> one.code().equals(one.into())).count();
        if (all.size() != 63 || remaining != 34) {
            throw new IllegalStateException(all.size() + " provinces, " + remaining + " remaining");
        }
        return List.copyOf(all);
    }
}
