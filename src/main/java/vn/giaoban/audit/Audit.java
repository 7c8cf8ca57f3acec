package vn.giaoban.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.access.Actors;
import vn.giaoban.audit.Verification.Broken;
import vn.giaoban.audit.Verification.Fault;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;

/**
 * The chain over everything that was recorded, and over every read of persons. An entry is sealed after its transaction, so that writers do not wait for one another; in
 * the order in which entries are found, by instant. What is sealed is what the entry recorded and what it superseded, in every table, as
 * far as the application itself cannot change it. Whoever owns the database can rewrite the whole chain: paper with a {@link Head#mark} is
 * what holds against that.
 */
@Service
public class Audit {

    private static final int AT_ONCE = 2_000;
    private static final int READS_AT_ONCE = 100_000;

    private final LinkRows links;
    private final EntryRows entries;
    private final Inspected inspected;
    private final Actors actors;
    private final Clock clock;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    Audit(
            LinkRows links,
            EntryRows entries,
            Inspected inspected,
            Actors actors,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.links = links;
        this.entries = entries;
        this.inspected = inspected;
        this.actors = actors;
        this.clock = clock;
        this.writing = new TransactionTemplate(transactions);
        this.writing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Seals every entry that is committed by now; commits by itself. The head to print. */
    public Head seal() {
        while (everyRegister(() -> writing.execute(status -> sealSome())) == AT_ONCE) {
            // until few enough are left to have been the last
        }
        while (everyRegister(() -> writing.execute(status -> sealReads())) == READS_AT_ONCE) {
            // the same
        }
        return head();
    }

    public Head head() {
        return requireNonNull(reading.execute(status -> links.head()));
    }

    /** Walks along the whole chain and digests everything anew; stops at the first link that does not hold. */
    public Verification verify() {
        return everyRegister(() -> reading.execute(status -> walk()));
    }

    /** Whether a mark printed on paper belongs to this chain. Says nothing about what came before: verify that too. */
    public boolean knows(String mark) {
        var typed = mark.strip().toUpperCase(Locale.ROOT);
        var dash = typed.indexOf('-');
        if (dash < 1 || dash > 18 || !typed.substring(0, dash).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        var position = Long.parseLong(typed.substring(0, dash));
        return requireNonNull(reading.execute(status -> links.at(position)))
                .map(link -> Head.of(link.position(), link.hash()).mark().equals(typed))
                .orElse(false);
    }

    /** The newest entries before one, of registers whose books {@code by} may look into. */
    public List<Entered> before(Actor by, long entry, int most) {
        return requireNonNull(reading.execute(status -> {
            var registers = inspected.changes(by);
            if (registers.isEmpty()) {
                throw AuditRefusal.notAllowed();
            }
            return entries.before(entry, registers, most);
        }));
    }

    /** @throws AuditRefusal if there is none, or it is of a register whose books {@code by} may not look into */
    public Entered entry(Actor by, long id) {
        return requireNonNull(reading.execute(status -> {
            var registers = inspected.changes(by);
            return entries.find(id)
                    .filter(entry -> !entry.registers().isEmpty() && registers.containsAll(entry.registers()))
                    .orElseThrow(AuditRefusal::entryNotFound);
        }));
    }

    /** For those who look into the books of any register. */
    public Verification verify(Actor by) {
        if (requireNonNull(reading.execute(status -> inspected.changes(by))).isEmpty()) {
            throw AuditRefusal.notAllowed();
        }
        return verify();
    }

    /** The link of an entry and what it holds; nothing while it is not sealed. */
    public Optional<Sealed> of(long entry) {
        return requireNonNull(reading.execute(status -> links.of(entry)
                .map(link -> new Sealed(
                        Head.of(link.position(), link.hash()),
                        List.copyOf(links.sealedParts(link.position(), link.position())
                                .getOrDefault(link.position(), Map.of())
                                .values())))));
    }

    /** An entry's place in the chain. */
    public record Sealed(Head link, List<Part> parts) {}

    private int sealSome() {
        links.lock();
        var found = links.unsealed(AT_ONCE);
        if (found.isEmpty()) {
            return 0;
        }
        var evidence = links.evidence();
        var digests = links.digestsOfEntries(found);
        var parts = digest(evidence, found);
        var head = links.head();
        var now = clock.instant();
        for (var entry : found) {
            var own = parts.getOrDefault(entry, Map.of());
            var link = Link.after(head, entry, requireNonNull(digests.get(entry)), inOrder(own));
            links.insert(link, now);
            own.forEach((shape, part) -> links.insert(link.position(), shape, part));
            head = Head.of(link.position(), link.hash());
        }
        return found.size();
    }

    private int sealReads() {
        links.lock();
        var found = links.unsealedReads(READS_AT_ONCE);
        found.ifPresent(reads -> links.insert(Link.after(links.head(), reads, links.digestOf(reads)), clock.instant()));
        return found.map(reads -> (int) Math.min(reads.until() - reads.after(), READS_AT_ONCE))
                .orElse(0);
    }

    private Verification walk() {
        var head = Head.NONE;
        while (true) {
            var some = links.after(head.position(), AT_ONCE);
            if (some.isEmpty()) {
                return new Verification(head.position(), null, links.countUnsealed(), head);
            }
            var sealedEntries = some.stream()
                    .filter(link -> link.reads() == null)
                    .map(Link::entry)
                    .toList();
            var first = some.get(0).position();
            var last = some.get(some.size() - 1).position();
            var sealed = links.sealedParts(first, last);
            var digests = links.digestsOfEntries(sealedEntries);
            var parts = digest(links.evidenceBetween(first, last), sealedEntries);
            for (var link : some) {
                var reads = link.reads();
                var broken = reads != null
                        ? check(head, link, Link.content(reads, links.digestOf(reads)))
                        : check(
                                head,
                                link,
                                digests.get(link.entry()),
                                sealed.getOrDefault(link.position(), Map.of()),
                                parts.getOrDefault(link.entry(), Map.of()));
                if (broken != null) {
                    return new Verification(link.position(), broken, links.countUnsealed(), head);
                }
                head = Head.of(link.position(), link.hash());
            }
        }
    }

    /** By entry and shape. */
    private Map<Long, Map<Integer, Part>> digest(List<Evidence> evidence, List<Long> which) {
        var parts = new TreeMap<Long, Map<Integer, Part>>();
        for (var one : evidence) {
            links.parts(one, which)
                    .forEach((entry, part) -> parts.computeIfAbsent(entry, first -> new TreeMap<>())
                            .put(one.shape(), part));
        }
        return parts;
    }

    private static @Nullable Broken check(Head before, Link link, byte[] content) {
        var broken = check(before, link);
        if (broken == null && !Arrays.equals(link.content(), content)) {
            return new Broken(link.position(), 0, Fault.READS, null);
        }
        return broken;
    }

    private static @Nullable Broken check(Head before, Link link) {
        if (link.position() != before.position() + 1 || !Arrays.equals(link.previous(), before.bytes())) {
            return new Broken(link.position(), link.entry(), Fault.CHAIN, null);
        }
        return link.holdsItself() ? null : new Broken(link.position(), link.entry(), Fault.LINK, null);
    }

    private static @Nullable Broken check(
            Head before, Link link, byte @Nullable [] entry, Map<Integer, Part> sealed, Map<Integer, Part> found) {
        var torn = check(before, link);
        if (torn != null) {
            return torn;
        }
        for (var shape : sealed.keySet()) {
            if (!sealed.get(shape).equals(found.get(shape))) {
                return new Broken(
                        link.position(),
                        link.entry(),
                        Fault.ROWS,
                        sealed.get(shape).table());
            }
        }
        var tables = sealed.values().stream().map(Part::table).collect(Collectors.toSet());
        for (var part : found.values()) {
            if (!tables.contains(part.table())) {
                return new Broken(link.position(), link.entry(), Fault.ROWS, part.table());
            }
        }
        if (entry == null || !Arrays.equals(link.content(), Link.content(entry, inOrder(sealed)))) {
            return new Broken(link.position(), link.entry(), Fault.ENTRY, null);
        }
        return null;
    }

    private static List<Part> inOrder(Map<Integer, Part> parts) {
        var all = new ArrayList<>(parts.values());
        all.sort(Comparator.comparing(Part::table));
        return all;
    }

    /** The chain is over all registers, whoever asks for it. */
    private <T> T everyRegister(Supplier<@Nullable T> work) {
        return requireNonNull(Acting.as(actors.system(), work));
    }
}
