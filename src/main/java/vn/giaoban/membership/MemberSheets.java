package vn.giaoban.membership;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.giaoban.access.PostsOfReaders;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.audit.ReaderOfPerson;
import vn.giaoban.audit.Reads;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/**
 * The member's own sheet, printed by his base when he asks for it. It shows what is sensitive, so it takes that right; printing it is one
 * recorded read. What the printing officer may not see is not on it, and the sheet says so.
 */
@Service
public class MemberSheets {

    private static final int MONTHS = 12;

    private final MemberFiles files;
    private final Reach reach;
    private final ProfileLines profiles;
    private final DataRequests requests;
    private final Organisation organisation;
    private final PostsOfReaders posts;
    private final Reads reads;
    private final JdbcClient sql;
    private final Looking looking;

    MemberSheets(
            MemberFiles files,
            Reach reach,
            ProfileLines profiles,
            DataRequests requests,
            Organisation organisation,
            PostsOfReaders posts,
            Reads reads,
            JdbcClient sql,
            Looking looking) {
        this.files = files;
        this.reach = reach;
        this.profiles = profiles;
        this.requests = requests;
        this.organisation = organisation;
        this.posts = posts;
        this.reads = reads;
        this.sql = sql;
        this.looking = looking;
    }

    /**
     * The sheet of a member today: a day that has passed is nothing to sign.
     *
     * @param reason as for the file
     * @throws MembershipRefusal "not found" without the right to see what is sensitive of him
     */
    public MemberSheet of(Actor by, MemberId member, @Nullable String reason) {
        var today = reach.today();
        var person = reach.seen(by, member);
        if (!reach.may(by, Verb.SEE_SENSITIVE, person)) {
            throw MembershipRefusal.memberNotFound();
        }
        var why = files.why(by, person, reason);
        var file = files.built(by, person, today);
        var sensitive = files.opened(by, person, today);
        var since = today.day().minusMonths(MONTHS);
        var sheet = looking.at(() -> new MemberSheet(
                file,
                sensitive,
                above(person, today),
                profiles.lines(member, false, true).stream()
                        .filter(line -> line.change() != null)
                        .toList(),
                held(member, today),
                reports(member),
                requests.of(member),
                since,
                readers(
                        reads.readers(
                                person.key(), since.atStartOfDay(Days.ZONE).toInstant()),
                        since,
                        today),
                reads.of(person.key()).sealed(),
                reach.may(by, Verb.SEE_REMOVALS, person)));
        reads.record(by, ReadKind.PRINT, "membership.sheet", List.of(person.key()), why);
        return sheet;
    }

    private List<String> above(Person person, AsOf at) {
        return person.cell() == null
                ? List.of()
                : organisation.path(person.cell(), at).stream()
                        .filter(unit -> !unit.isRoot())
                        .map(Unit::name)
                        .toList();
    }

    private List<MemberSheet.Post> held(MemberId member, AsOf at) {
        return sql.sql("""
                        select h.name, n.name as unit, h.from_day, h.until_day
                          from organisation_api.held_post h
                          join organisation_api.unit_name(:known) n on n.unit_id = h.unit_id
                         where h.register_id = :register and h.member_id = :member and h.recorded_at <= :known and :known < h.superseded_at
                         order by h.from_day desc, h.rank
                        """)
                .param("register", member.register().value())
                .param("member", member.number())
                .param("known", Timestamp.from(at.known()))
                .query((row, n) -> {
                    var until = row.getObject(4, LocalDate.class);
                    return new MemberSheet.Post(
                            row.getString(1),
                            row.getString(2),
                            row.getObject(3, LocalDate.class),
                            until.equals(Days.FOREVER) ? null : until);
                })
                .list();
    }

    private List<MemberSheet.Waiting> reports(MemberId member) {
        return sql.sql("""
                        select kind, day from membership.report
                         where register_id = :register and member_id = :member and superseded_at = 'infinity'
                         order by day
                        """)
                .param("register", member.register().value())
                .param("member", member.number())
                .query((row, n) -> new MemberSheet.Waiting(
                        Report.Kind.valueOf(row.getString(1)), row.getObject(2, LocalDate.class)))
                .list();
    }

    /** The roles that each held on any day within the time. */
    private List<MemberSheet.Reader> readers(List<ReaderOfPerson> readers, LocalDate since, AsOf today) {
        var held = posts.of(readers.stream().map(ReaderOfPerson::login).toList());
        var named = new ArrayList<MemberSheet.Reader>();
        for (var reader : readers) {
            var roles = held.getOrDefault(reader.login(), List.of()).stream()
                    .filter(one -> one.until().isAfter(since) && !one.from().isAfter(today.day()))
                    .map(one -> new MemberSheet.Role(one.role(), name(one.unit(), today)))
                    .distinct()
                    .toList();
            named.add(new MemberSheet.Reader(
                    reader.login(),
                    roles,
                    reader.files(),
                    reader.lists(),
                    reader.taken(),
                    reader.last(),
                    reader.reasons()));
        }
        return named;
    }

    private @Nullable String name(@Nullable UnitId unit, AsOf at) {
        return Stream.ofNullable(unit)
                .map(one -> organisation.lastName(one, at.known()).name())
                .findFirst()
                .orElse(null);
    }
}
