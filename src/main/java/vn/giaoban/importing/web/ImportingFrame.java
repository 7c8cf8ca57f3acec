package vn.giaoban.importing.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.MenuEntry;

/** What this module adds to the frame of every page. */
@Configuration(proxyBeanMethods = false)
class ImportingFrame {

    @Bean
    MenuEntry importsMenu() {
        return new MenuEntry(
                50,
                "importing.menu",
                "/imports",
                by -> by.mayAnywhere(Verb.KEEP_REGISTER) || by.mayAnywhere(Verb.CHANGE_STRUCTURE));
    }

    @Bean
    MenuEntry comparisonsMenu() {
        return new MenuEntry(
                51,
                "importing.compare",
                "/comparisons",
                by -> by.mayAnywhere(Verb.KEEP_REGISTER) || by.mayAnywhere(Verb.CONFIRM));
    }
}
