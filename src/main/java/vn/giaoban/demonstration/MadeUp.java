package vn.giaoban.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.giaoban.ui.Demonstration;

/** Tells the frame of every page that the people are made up, where the day selector stands, and who a visitor may be. */
@Component
class MadeUp implements Demonstration {

    static final List<Account> ACCOUNTS = List.of(
            account("tochuc.tinh"),
            account("tochuc.tw"),
            account("vanphong.tinh"),
            account("canbo.coso"),
            account("bithu.chibo"),
            account("doc.solieu"),
            account("quantri"),
            account("quantri2"));

    private final boolean on;

    MadeUp(@Value("${giaoban.demo:true}") boolean on) {
        this.on = on;
    }

    @Override
    public boolean on() {
        return on;
    }

    @Override
    public Optional<LocalDate> day() {
        return on ? Optional.of(Spec.CONFERENCE) : Optional.empty();
    }

    @Override
    public List<Account> accounts() {
        return on ? ACCOUNTS : List.of();
    }

    @Override
    public String password() {
        return on ? Offices.PASSWORD : "";
    }

    static String who(Account account) {
        return ResourceBundle.getBundle("messages.demonstration", Locale.ROOT).getString(account.who());
    }

    private static Account account(String login) {
        return new Account(login, "demonstration.who." + login);
    }
}
