package vn.giaoban.access;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.record.Register;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.DatabaseReplaced;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.Verb;

/**
 * Turns an account into the actor that every API takes. Rights hold by today's calendar and by the newest entry: a page read for a day of
 * last year is read with the rights of today.
 */
@Service
@Transactional(readOnly = true)
public class Actors {

    /** An entry with a lower number may commit after one with a higher: no answer is older than this. */
    private static final Duration MOST = Duration.ofSeconds(5);

    private final AccountRows accounts;
    private final GrantRows grants;
    private final Tree tree;
    private final Registers registers;
    private final JdbcClient sql;
    private final TransactionTemplate own;
    private final Clock clock;
    private final Cache<Question, Optional<Resolved>> answers =
            Caffeine.newBuilder().maximumSize(5_000).expireAfterWrite(MOST).build();

    Actors(
            AccountRows accounts,
            GrantRows grants,
            Tree tree,
            Registers registers,
            JdbcClient sql,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.tree = tree;
        this.registers = registers;
        this.sql = sql;
        this.own = new TransactionTemplate(transactions);
        this.own.setReadOnly(true);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    private record Question(AccountId account, long entry, Instant known, LocalDate day) {}

    /**
     * An account as it stands today.
     *
     * @param roles codes of the roles it holds
     */
    public record Resolved(Account account, Actor actor, List<String> roles) {}

    /** What this account may do today; nothing if it was disabled or its sessions were ended since it signed in. */
    public Optional<Resolved> of(SignedIn signedIn) {
        return resolved(signedIn.account())
                .filter(found ->
                        !found.account().disabled() && found.account().sessionEpoch() == signedIn.sessionEpoch());
    }

    /** What this account may do today, whether it is signed in or not. */
    public Actor of(AccountId account) {
        return resolved(account).orElseThrow(AccessRefusal::accountNotFound).actor();
    }

    /** The system itself: jobs, the demonstration's loader, the set-up. Sees every register and holds no grant. */
    public Actor system() {
        return Actor.system(registers.all().stream().map(Register::id).collect(Collectors.toSet()));
    }

    /** By which rights are judged: today, and all that is known. */
    AsOf now() {
        return new AsOf(LocalDate.ofInstant(clock.instant(), Days.ZONE), newest().known());
    }

    private Optional<Resolved> resolved(AccountId account) {
        var newest = newest();
        var day = LocalDate.ofInstant(clock.instant(), Days.ZONE);
        var question = new Question(account, newest.entry(), newest.known(), day);
        // inside a transaction that writes, rights may change without a new entry
        if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            return resolve(question);
        }
        return answers.get(question, this::resolve);
    }

    private Optional<Resolved> resolve(Question question) {
        return accounts.find(question.account())
                .map(found -> resolve(found, new AsOf(question.day(), question.known())));
    }

    private Resolved resolve(Account account, AsOf at) {
        var roles = grants.of(account.id()).stream()
                .filter(grant -> grant.holdsOn(at.day()))
                .map(Grant::role)
                .distinct()
                .toList();
        return new Resolved(account, actor(account, at), roles);
    }

    private Actor actor(Account account, AsOf at) {
        var held = new ArrayList<>(grants.held(account.id(), at));
        held.addAll(byPost(account, at));
        // managing accounts opens no register
        var tops = held.stream()
                .filter(grant -> grant.verb() != Verb.MANAGE_ACCOUNTS)
                .map(Actor.Grant::unit)
                .collect(Collectors.toSet());
        return new Actor(account.id().value(), account.login(), tree.registersUnder(tops, at), held);
    }

    /** In a transaction that sees the person's register: nobody acts yet while an actor is being made. */
    private List<Actor.Grant> byPost(Account account, AsOf at) {
        var person = account.person();
        if (person == null) {
            return List.of();
        }
        return requireNonNull(Acting.as(
                Actor.system(Set.of(person.register())),
                () -> own.execute(status -> grants.heldByPost(account.id(), at))));
    }

    private record Newest(long entry, Instant known) {}

    private Newest newest() {
        return sql.sql("select coalesce(max(entry_id), 0), coalesce(max(at), 'epoch') from record_api.entry")
                .query((row, n) ->
                        new Newest(row.getLong(1), row.getTimestamp(2).toInstant()))
                .single();
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        answers.invalidateAll();
    }
}
