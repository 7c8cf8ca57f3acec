package vn.giaoban.audit;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Every answer that shows persons is recorded: once for the answer, with all the persons it showed. */
@Service
public class Reads {

    private final ReadRows reads;
    private final Organisation organisation;
    private final Inspected inspected;
    private final Clock clock;
    private final TransactionTemplate own;
    private final Map<ReadKind, Counter> answers = new EnumMap<>(ReadKind.class);

    Reads(
            ReadRows reads,
            Organisation organisation,
            Inspected inspected,
            Clock clock,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        this.reads = reads;
        this.organisation = organisation;
        this.inspected = inspected;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        for (var kind : ReadKind.values()) {
            answers.put(
                    kind,
                    Counter.builder("giaoban.reads")
                            .description("Answers that showed persons, recorded before they were given")
                            .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
    }

    /**
     * Records an answer before it is given; if that fails, the answer must not be given. Commits by itself, because whoever asks mostly reads
     * only, and a preview that is rolled back has still been seen. Call it where no transaction runs (in the controller, or before the API's
     * own begins): else it needs a second connection while the first is held.
     */
    public void record(Actor by, ReadKind kind, String what, Collection<MemberKey> persons, Why why) {
        var byRegister = new TreeMap<Short, List<Long>>();
        for (var person : persons) {
            byRegister
                    .computeIfAbsent(person.register().value(), register -> new ArrayList<>())
                    .add(person.member());
        }
        if (byRegister.isEmpty()) {
            return;
        }
        var concerned = byRegister.keySet().stream().map(RegisterId::new).collect(Collectors.toSet());
        var at = clock.instant();
        Acting.as(
                new Actor(by.account(), by.login(), concerned, List.of()),
                () -> own.executeWithoutResult(status -> {
                    var answer = reads.nextAnswer();
                    byRegister.forEach((register, members) ->
                            reads.insert(by, new RegisterId(register), answer, at, kind, what, why, members));
                }));
        requireNonNull(answers.get(kind)).increment();
    }

    /** As {@link #record(Actor, ReadKind, String, Collection, Why)}; with a reason it counts as outside one's own chain. */
    public void record(Actor by, ReadKind kind, String what, Collection<MemberKey> persons, @Nullable String reason) {
        record(by, kind, what, persons, reason == null || reason.isBlank() ? Why.OWN : Why.outside(reason));
    }

    /**
     * Whether reading somebody who stands in this unit today needs a reason: it is not in the reader's own chain.
     *
     * @param standsIn null for somebody who belongs nowhere today
     */
    @Transactional(readOnly = true)
    public boolean needsReason(Actor by, @Nullable UnitId standsIn) {
        return standsIn == null || !organisation.isUnder(standsIn, by.where(Verb.SEE_PERSONS), inspected.today());
    }

    /** Who has read this person. What the asker may see of the person is checked by the module that owns the file. */
    @Transactional(readOnly = true)
    public ReadsOfPerson of(MemberKey person) {
        return new ReadsOfPerson(reads.shown(person), reads.sealed(person));
    }

    /** Who has read this person since an instant, account by account; without reads under cases that are not closed. */
    @Transactional(readOnly = true)
    public List<ReaderOfPerson> readers(MemberKey person, Instant since) {
        return reads.readers(person, since);
    }

    /** From now on reads under this case are shown to those they concern. By whoever sees discipline over a whole register. */
    @Transactional
    public void closeCase(Actor by, String caseNo) {
        if (inspected.reads(by).isEmpty()) {
            throw AuditRefusal.notAllowed();
        }
        reads.closeCase(caseNo, clock.instant(), by.login());
    }

    /** Who read how many files outside their own chain in a year: for the inspection commission of a whole register. */
    @Transactional(readOnly = true)
    public List<ReaderOfTheYear> ofYear(Actor by, int year) {
        var concerned = inspected.reads(by);
        if (concerned.isEmpty()) {
            throw AuditRefusal.notAllowed();
        }
        var from = LocalDate.of(year, 1, 1);
        return reads.ofYear(
                concerned,
                from.atStartOfDay(Days.ZONE).toInstant(),
                from.plusYears(1).atStartOfDay(Days.ZONE).toInstant());
    }
}
