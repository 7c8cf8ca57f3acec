package vn.giaoban.access.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.MenuEntry;

/** What this module adds to the frame. */
@Configuration(proxyBeanMethods = false)
class AccessFrame {

    @Bean
    MenuEntry accountsMenu() {
        return MenuEntry.forVerb(90, "access.menu.accounts", "/accounts", Verb.MANAGE_ACCOUNTS);
    }

    @Bean
    MenuEntry ownAccountMenu() {
        return MenuEntry.forAll(95, "access.menu.account", "/account");
    }
}
