package vn.giaoban.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoban.ModuleTest;
import vn.giaoban.shared.Vietnamese;

@ModuleTest
class FoldedTest {

    private static final List<String> WORDS = List.of(
            "Bắc Kạn",
            "Bắc Cạn",
            "ĐẢNG BỘ TỈNH",
            "Đảng ủy",
            "Đảng uỷ",
            "Hoà",
            "Hòa",
            "thuý",
            "thúy",
            "  Ngô   Thị\tÁnh\u00a0Tuyết ",
            "Hoàng Văn Ướt",
            "ƠỜỚỞỠỢ ơờớởỡợ",
            "ƯỪỨỬỮỰ ưừứửữự",
            "ĂẰẮẲẴẶ ăằắẳẵặ",
            "ÂẦẤẨẪẬ âầấẩẫậ",
            "ÊỀẾỂỄỆ",
            "ÔỒỐỔỖỘ",
            "ỲÝỶỸỴ ỳýỷỹỵ",
            "Ksor Phước",
            "Y Thông Êban",
            "Hơ Đun",
            "Đinh K'Rể",
            "Straße",
            "Øre",
            "Œuvre",
            "İstanbul",
            "ΣΊΣΥΦΟΣ",
            "",
            " ",
            "12-2024/QĐ",
            "a_b%c\\d",
            "\u2003Tày\u3000",
            "Nùng\n",
            "đ",
            "Đ",
            "𝒟ảng");

    @Autowired
    JdbcClient sql;

    @Test
    void postgresFoldsAsJavaDoes() {
        var words = new ArrayList<String>();
        for (var word : WORDS) {
            words.add(word);
            words.add(Normalizer.normalize(word, Normalizer.Form.NFD));
            words.add(word.toUpperCase(java.util.Locale.ROOT));
        }
        for (var word : words) {
            assertThat(sql.sql("select ext.folded(:word)")
                            .param("word", word)
                            .query(String.class)
                            .single())
                    .as(word)
                    .isEqualTo(Vietnamese.folded(word));
        }
    }

    @Test
    void itMayStandInAnIndex() {
        sql.sql("create temporary table probe (name text)").update();
        sql.sql("create index on probe (ext.folded(name) collate \"C\")").update();
    }
}
