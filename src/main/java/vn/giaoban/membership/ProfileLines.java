package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaoban.record.Entry;
import vn.giaoban.record.Registers;

/** What follows from a person's row and the changes since: the profiles from one day to the next, and the history of each attribute. */
@Component
class ProfileLines {

    private final ChangeRows changes;
    private final FactStore store;
    private final FactWriter writer;
    private final LifeStore lives;
    private final UnitsReader units;
    private final Registers registers;

    ProfileLines(
            ChangeRows changes,
            FactStore store,
            FactWriter writer,
            LifeStore lives,
            UnitsReader units,
            Registers registers) {
        this.changes = changes;
        this.store = store;
        this.writer = writer;
        this.lives = lives;
        this.units = units;
        this.registers = registers;
    }

    /** What was recorded of each attribute, the newest first; what was found wrong since for keepers alone. */
    List<Corrections.Line> lines(MemberId member, boolean keeps, boolean sensitive) {
        var lines = new ArrayList<Corrections.Line>();
        for (var row : changes.all(member)) {
            lines.add(new Corrections.Line(
                    row.id(),
                    row.changed().attribute(),
                    row.changed().day(),
                    row.changed().value(),
                    row.decisionNo(),
                    row.told().at(),
                    row.told().login(),
                    row.told().reason(),
                    row.told().holds()));
        }
        for (var attribute : Attribute.values()) {
            Corrections.Line last = null;
            for (var known : changes.first(member)) {
                var value = attribute.of(known.profile());
                if (last == null || !Objects.equals(last.value(), value)) {
                    var told = known.told();
                    last = new Corrections.Line(
                            null, attribute, null, value, null, told.at(), told.login(), told.reason(), told.holds());
                    lines.add(last);
                } else if (known.told().holds()) {
                    lines.remove(last);
                    last = new Corrections.Line(
                            null, attribute, null, value, null, last.recordedAt(), last.login(), last.reason(), true);
                    lines.add(last);
                }
            }
        }
        return lines.stream()
                .filter(line -> line.holds() || keeps)
                .filter(line -> sensitive || !line.attribute().sensitive())
                .filter(line -> line.value() != null || line.change() != null || !line.holds())
                .sorted(java.util.Comparator.comparing(Corrections.Line::attribute)
                        .thenComparing(
                                line -> line.from() == null ? LocalDate.MIN : line.from(),
                                java.util.Comparator.reverseOrder())
                        .thenComparing(Corrections.Line::recordedAt, java.util.Comparator.reverseOrder()))
                .toList();
    }

    /** The profiles from the person's row and the changes, and what follows from them. */
    void rewrite(Entry entry, MemberId member, Profile first) {
        var register = registers.register(member.register());
        var key = List.of(member.number());
        writer.supersedeProfiles(entry, register.id(), key);
        writer.profiles(
                entry,
                register.id(),
                Changed.profiles(
                        member.number(),
                        first,
                        changes.holding(register.id(), key).getOrDefault(member.number(), List.of())));
        var facts = Objects.requireNonNull(store.facts(register, key).get(member.number()));
        var life = Life.of(facts, units.reached(Set.of(), facts.cells()));
        lives.write(
                entry, register.id(), Map.of(member.number(), new LifeStore.Lived(life, PartyAge.of(facts))), Set.of());
    }
}
