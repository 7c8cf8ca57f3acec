package vn.giaoban.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.giaoban.CommittingTest;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Verb;

@CommittingTest(freshForEachMethod = true)
class SetupTest {

    /** The example of the guide. */
    private static final String FILE = example();

    @Autowired
    MockMvcTester browser;

    @Autowired
    Setup setup;

    @Autowired
    SetupAtStart start;

    @Autowired
    Accounts accounts;

    @Autowired
    Actors actors;

    @Autowired
    Registers registers;

    @Autowired
    AccessFixture fixture;

    @Test
    void fileMakesRegistersRootsAndAccounts() {
        carryOut(FILE);

        assertThat(registers.all()).extracting(register -> register.code()).containsExactly("TW", "BK", "TN");
        var officer = actor("tochuc.bk");
        assertThat(officer.where(Verb.CHANGE_STRUCTURE)).containsExactly(fixture.unit("BK"));
        assertThat(officer.where(Verb.SEE_FIGURES)).containsExactlyInAnyOrder(fixture.unit("BK"), fixture.unit("TN"));
        assertThat(officer.registers()).hasSize(2);
        assertThat(actor("tochuc.tw").registers()).hasSize(3);
        assertThat(actor("quantri").mayAnywhere(Verb.MANAGE_ACCOUNTS)).isTrue();
        assertThat(setup.needed()).isFalse();
        assertThatThrownBy(() -> carryOut(FILE)).hasMessageContaining("set-up-already");
    }

    @Test
    void fileWithOneFaultMakesNothing() {
        for (var wrong : new String[] {
            FILE.replace("\"administrator\"", "\"figures-reader\""),
            FILE.replace("\"unit\": \"BK\"", "\"unit\": \"XX\""),
            FILE.replace("\"centre-officer\"", "\"king\""),
            FILE.replace("dang-bo-tinh", "chi-bo"),
            FILE.replace("\"quantri2\"", "\"quantri\""),
            FILE.replace("\"registers\"", "\"register\"")
        }) {
            assertThatThrownBy(() -> carryOut(wrong)).as(wrong).isNotNull();
            assertThat(registers.all()).isEmpty();
            assertThat(setup.needed()).isTrue();
        }
    }

    @Test
    void firstVisitLeadsToTheSetUp() {
        assertThat(browser.get().uri("/units")).hasRedirectedUrl("/setup");
        assertThat(browser.get().uri("/setup"))
                .hasStatusOk()
                .bodyText()
                .contains("Thiết lập")
                .doesNotContain("⟦");

        assertThat(post("sai", "Đảng bộ tỉnh Bắc Kạn"))
                .hasStatus(422)
                .bodyText()
                .contains("Mã thiết lập chưa đúng");
        assertThat(accounts.any()).isFalse();
        assertThat(post(setup.code().toUpperCase(Locale.ROOT), "Đảng bộ tỉnh Bắc Kạn"))
                .hasStatus(303);

        assertThat(browser.get().uri("/setup")).hasStatus(303);
        assertThat(browser.get().uri("/units")).redirectedUrl().endsWith("/login");
        assertThat(actor("canbo").where(Verb.KEEP_REGISTER)).containsExactly(fixture.unit("BK"));
        assertThat(post(setup.code(), "Đảng bộ tỉnh khác")).hasStatus(422);
    }

    private static String example() {
        try {
            var guide = Files.readString(Path.of("docs/set-up.md"));
            var start = guide.indexOf("```json") + 7;
            return guide.substring(start, guide.indexOf("```", start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MvcTestResult post(String code, String name) {
        return browser.post()
                .uri("/setup")
                .param("setupCode", code)
                .param("code", "BK")
                .param("name", name)
                .param("kind", "dang-bo-tinh")
                .param("from", "1/1/2024")
                .param("login1", "quantri")
                .param("name1", "Quản trị một")
                .param("password1", "Trăng sáng đầu núi")
                .param("login2", "quantri2")
                .param("name2", "Quản trị hai")
                .param("password2", "Trăng sáng cuối núi")
                .param("login3", "canbo")
                .param("name3", "Cán bộ tổ chức")
                .param("password3", "Trăng sáng giữa núi")
                .with(csrf())
                .exchange();
    }

    private void carryOut(String json) {
        Acting.as(actors.system(), () -> setup.carryOut(start.read(json.getBytes(StandardCharsets.UTF_8))));
    }

    private Actor actor(String login) {
        return actors.of(accounts.find(login).orElseThrow().id());
    }
}
