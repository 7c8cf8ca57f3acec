package vn.giaoban.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.ui.Demonstration;
import vn.giaoban.ui.Page;

/** The page to sign in on. What it sends goes to {@code POST /login}, which belongs to module access. */
@RestController
class LoginController {

    private final ObjectProvider<Demonstration> demonstration;

    LoginController(ObjectProvider<Demonstration> demonstration) {
        this.demonstration = demonstration;
    }

    @GetMapping("/login")
    Page login(HttpServletRequest request) {
        var shown = demonstration.stream().filter(Demonstration::on).findFirst();
        return new LoginPage(
                LoginPage.Why.of(request.getParameterMap().keySet()),
                shown.map(Demonstration::accounts).orElse(List.of()),
                shown.map(Demonstration::password).orElse(""));
    }
}
