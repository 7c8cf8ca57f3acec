package vn.giaoban.access.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.access.AccessRefusal;
import vn.giaoban.access.Grant;
import vn.giaoban.access.Joining;
import vn.giaoban.access.Notice;
import vn.giaoban.access.Notices;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Post;
import vn.giaoban.organisation.Posts;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.StartNotes;
import vn.giaoban.ui.Wording;
import vn.giaoban.ui.Wordings;

/** Units, roles and notices as the pages of this module write them; units of today, a closed one as that which it stands for. */
@Component
class Names implements StartNotes {

    private final Organisation organisation;
    private final Joining joining;
    private final Entries entries;
    private final Notices notices;
    private final Wordings wordings;
    private final Clock clock;
    private final Posts posts;

    Names(
            Organisation organisation,
            Posts posts,
            Joining joining,
            Entries entries,
            Notices notices,
            Wordings wordings,
            Clock clock) {
        this.organisation = organisation;
        this.posts = posts;
        this.joining = joining;
        this.entries = entries;
        this.notices = notices;
        this.wordings = wordings;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Days.ZONE);
    }

    String unit(@Nullable UnitId unit) {
        if (unit == null) {
            return words().text("access.everything");
        }
        var path = organisation.path(unit, new AsOf(today(), entries.latest()));
        return path.isEmpty() ? Wording.NONE : path.get(path.size() - 1).name();
    }

    /** The unit that somebody named by its code; null for an empty field, which stands for everything. */
    @Nullable
    UnitId typed(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        return joining.named(code.strip()).orElseThrow(() -> AccessRefusal.unitNotTyped(code.strip()));
    }

    String role(String code) {
        return words().text("access.role." + code);
    }

    String post(@Nullable String code) {
        return posts.posts().stream()
                .filter(post -> post.code().equals(code))
                .map(Post::name)
                .findFirst()
                .orElse("");
    }

    /** Posts of a unit that a right may hang on. */
    List<Option> posts() {
        return posts.posts().stream()
                .filter(post -> !post.outside())
                .map(post -> new Option(post.code(), post.name()))
                .toList();
    }

    /** The owner is told where everybody begins. */
    @Override
    public List<String> notes(Actor by, Wording words) {
        return notices.unseen(by).stream().map(this::notice).toList();
    }

    String notice(Notice notice) {
        var words = words();
        var arguments = notice.arguments().stream()
                .map(argument -> words.hasText("access.role." + argument) ? role(argument) : argument)
                .toArray();
        return words.text(notice.code(), arguments);
    }

    List<GrantLine> grants(List<Grant> grants) {
        return grants.stream()
                .map(grant -> new GrantLine(
                        grant,
                        role(grant.role()),
                        post(grant.post()),
                        unit(grant.unit()),
                        grant.until().isAfter(today())))
                .toList();
    }

    private Wording words() {
        return wordings.current();
    }
}
