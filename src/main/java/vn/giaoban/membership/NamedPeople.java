package vn.giaoban.membership;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.UnitChange.Carried;
import vn.giaoban.record.Register;
import vn.giaoban.shared.UnitId;

/** People of one register whom an event names, by the sender's key or by the register's, with what holds of them. */
final class NamedPeople {

    private final Map<String, FactStore.Named> byRef;
    private final Map<Long, Facts> facts;

    NamedPeople(FactStore store, Register register, List<Carried> named) {
        byRef = store.members(
                register.id(),
                named.stream()
                        .flatMap(one -> Stream.ofNullable(one.memberRef()))
                        .toList());
        facts = store.facts(
                register,
                Stream.concat(
                                byRef.values().stream().map(FactStore.Named::member),
                                named.stream().flatMap(one -> Stream.ofNullable(one.member())))
                        .toList());
    }

    /** Null for somebody who is not there. */
    @Nullable
    Long member(Carried one) {
        var ref = byRef.get(Objects.requireNonNullElse(one.memberRef(), ""));
        return one.member() != null ? one.member() : ref == null ? null : (Long) ref.member();
    }

    @Nullable
    Facts facts(Carried one) {
        var member = member(one);
        return member == null ? null : facts.get(member);
    }

    /** All cells that their facts name. */
    Set<UnitId> cells() {
        return facts.values().stream().flatMap(one -> one.cells().stream()).collect(Collectors.toSet());
    }

    /** As the sender named him. */
    String name(Carried one) {
        return Objects.requireNonNullElse(one.memberRef(), String.valueOf(one.member()));
    }
}
