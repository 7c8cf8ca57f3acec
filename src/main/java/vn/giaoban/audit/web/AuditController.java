package vn.giaoban.audit.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.audit.Audit;
import vn.giaoban.audit.Reads;
import vn.giaoban.audit.Verification;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Days;

/** What was recorded, whether it still stands, and who read outside their own chain. */
@RestController
class AuditController {

    private static final int AT_ONCE = 50;

    private final Audit audit;
    private final Reads reads;
    private final Clock clock;

    AuditController(Audit audit, Reads reads, Clock clock) {
        this.audit = audit;
        this.reads = reads;
        this.clock = clock;
    }

    @GetMapping("/audit")
    AuditPage list(Actor by, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        return page(by, before, null, "", null);
    }

    @PostMapping("/audit/verify")
    AuditPage verify(Actor by, @RequestParam(defaultValue = "") String mark) {
        var verification = audit.verify(by);
        return page(by, Long.MAX_VALUE, verification, mark.strip(), mark.isBlank() ? null : audit.knows(mark));
    }

    @GetMapping("/audit/entries/{id}")
    EntryPage entry(Actor by, @PathVariable long id) {
        return new EntryPage(audit.entry(by, id), audit.of(id).orElse(null));
    }

    @GetMapping("/audit/readers")
    ReadersPage readers(Actor by, @RequestParam Optional<Integer> year) {
        var chosen = year.filter(typed -> typed >= 2000 && typed < 2200)
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), Days.ZONE).getYear());
        return new ReadersPage(chosen, reads.ofYear(by, chosen));
    }

    /** For the officer's script: the first broken link, or none. */
    @GetMapping("/api/v1/audit/verify")
    Map<String, Object> verifyByScript(Actor by) {
        var found = audit.verify(by);
        var broken = found.broken();
        return broken == null
                ? Map.of(
                        "whole",
                        true,
                        "links",
                        found.links(),
                        "unsealed",
                        found.unsealed(),
                        "mark",
                        found.head().mark())
                : Map.of(
                        "whole",
                        false,
                        "position",
                        broken.position(),
                        "entry",
                        broken.entry(),
                        "fault",
                        broken.fault());
    }

    private AuditPage page(
            Actor by, long before, @Nullable Verification verification, String mark, @Nullable Boolean known) {
        var entries = audit.before(by, before, AT_ONCE);
        var older =
                entries.size() < AT_ONCE ? 0 : entries.get(entries.size() - 1).id();
        return new AuditPage(entries, audit.head(), verification, mark, known, older);
    }
}
