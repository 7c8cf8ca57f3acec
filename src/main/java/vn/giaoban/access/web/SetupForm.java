package vn.giaoban.access.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.access.SetupFile;
import vn.giaoban.access.SetupFile.AccountLine;
import vn.giaoban.access.SetupFile.GrantLine;
import vn.giaoban.access.SetupFile.RegisterLine;

/** What was typed at the first visit: the first register, two administrators, the officer who keeps it. */
public record SetupForm(
        @Nullable String setupCode,
        @Nullable String code,
        @Nullable String name,
        @Nullable String kind,
        @Nullable LocalDate from,
        @Nullable String login1,
        @Nullable String name1,
        @Nullable String password1,
        @Nullable String login2,
        @Nullable String name2,
        @Nullable String password2,
        @Nullable String login3,
        @Nullable String name3,
        @Nullable String password3) {

    static final SetupForm EMPTY =
            new SetupForm(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    SetupFile toFile() {
        var officer = "centre".equals(kind) ? "centre-officer" : "provincial-organisation-officer";
        return new SetupFile(
                List.of(new RegisterLine(code, name, kind, from, null)),
                List.of(
                        account(login1, name1, password1, "administrator"),
                        account(login2, name2, password2, "administrator"),
                        account(login3, name3, password3, officer)));
    }

    /** Over everything: registers that come later are theirs too, until roles are given more narrowly. */
    private static AccountLine account(
            @Nullable String login, @Nullable String name, @Nullable String password, String role) {
        return new AccountLine(
                login, name, password, "vi", null, null, null, List.of(new GrantLine(role, null, null, null)));
    }

    @Override
    public String toString() {
        return "SetupForm[…]";
    }
}
