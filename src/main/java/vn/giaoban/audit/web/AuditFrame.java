package vn.giaoban.audit.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.MenuEntry;

/** What this module adds to the frame. */
@Configuration(proxyBeanMethods = false)
class AuditFrame {

    @Bean
    MenuEntry auditMenu() {
        return new MenuEntry(
                80,
                "audit.menu",
                "/audit",
                by -> by.mayAnywhere(Verb.SEE_REMOVALS) || by.mayAnywhere(Verb.KEEP_REGISTER));
    }
}
