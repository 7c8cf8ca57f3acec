package vn.giaoban.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Secretaries, and who heads the villages: often the same person. */
final class Posts {

    /** A post that goes on. */
    private record Held(
            String unit,
            @Nullable String village,
            @Nullable Person person,
            @Nullable String outside,
            LocalDate from) {}

    /** Being the head of a village that a cell covers. */
    private record Seat(Node cell, String village) {}

    private final Founding founding;
    private final Dice dice;
    private final Names names;
    private final List<PostRow> ended = new ArrayList<>();
    private final Map<Node, Held> secretaries = new LinkedHashMap<>();
    private final Map<Seat, Held> heads = new LinkedHashMap<>();

    Posts(Founding founding, Dice dice, Names names) {
        this.founding = founding;
        this.dice = dice;
        this.names = names;
    }

    /** Sees that every committee has a secretary and every village a head, and that nobody holds a post where he no longer is. */
    void review(LocalDate day, Node province) {
        for (var node : List.copyOf(secretaries.keySet())) {
            if (!node.open || isElsewhere(secretaries.get(node), node)) {
                end(node, day);
            }
        }
        for (var seat : List.copyOf(heads.keySet())) {
            if (!seat.cell().open || isElsewhere(heads.get(seat), seat.cell())) {
                end(heads.remove(seat), PostRow.VILLAGE_HEAD, day);
            }
        }
        appoint(province, day);
    }

    private static boolean isElsewhere(@Nullable Held held, Node node) {
        var person = held == null ? null : held.person();
        return person != null && person.cell != null && !person.cell.isUnder(node);
    }

    private void appoint(Node node, LocalDate day) {
        for (var child : node.children) {
            appoint(child, day);
        }
        if (!secretaries.containsKey(node) && !node.kind.startsWith("dang-doan") && !node.kind.equals("ban-can-su")) {
            elect(node, day);
        }
        for (var village : node.villages) {
            heads.computeIfAbsent(new Seat(node, village), seat -> head(node, village, day));
        }
    }

    /** A person left a cell: what he held there ends. */
    void left(Person person, Node cell, LocalDate day) {
        for (var node = Optional.of(cell); node.isPresent(); node = Optional.ofNullable(node.get().parent)) {
            var held = secretaries.get(node.get());
            if (held != null && person == held.person()) {
                end(node.get(), day);
                elect(node.get(), day.plusDays(9));
            }
        }
        for (var village : cell.villages) {
            var seat = new Seat(cell, village);
            var held = heads.get(seat);
            if (held != null && person == held.person()) {
                end(held, PostRow.VILLAGE_HEAD, day);
                heads.put(seat, head(cell, village, day.plusDays(15)));
            }
        }
    }

    /** Whoever holds a post today, and all who did. */
    List<PostRow> rows() {
        var rows = new ArrayList<>(ended);
        secretaries.values().forEach(held -> rows.add(row(held, PostRow.SECRETARY, null)));
        heads.values().forEach(held -> rows.add(row(held, PostRow.VILLAGE_HEAD, null)));
        return rows;
    }

    private void elect(Node node, LocalDate day) {
        var candidates = candidates(node);
        if (!candidates.isEmpty()) {
            secretaries.put(node, new Held(node.code, null, dice.of(candidates), null, day));
        }
    }

    private List<Person> candidates(Node node) {
        var at = node;
        while (!at.holdsMembers()) {
            var below = at.children.stream()
                    .filter(child -> child.open && !child.kind.equals("dang-doan") && !child.kind.equals("ban-can-su"))
                    .toList();
            if (below.isEmpty()) {
                return List.of();
            }
            at = below.get(below.size() - 1);
        }
        return at.members.stream()
                .filter(person -> person.isOfficial() && person.exempt == null)
                .sorted((a, b) -> b.birth.compareTo(a.birth))
                .limit(12)
                .toList();
    }

    private Held head(Node cell, String village, LocalDate day) {
        var secretary = secretaries.get(cell);
        if (secretary != null && secretary.person() != null && dice.permille(share(cell))) {
            return new Held(cell.code, village, secretary.person(), null, day);
        } else if (dice.permille(400) && cell.members.size() > 4) {
            return new Held(cell.code, village, cell.members.get(cell.members.size() - 2), null, day);
        }
        var name = names.person(dice, cell.ethnicities.one(dice), dice.permille(200) ? 'F' : 'M');
        return new Held(cell.code, village, null, name, day);
    }

    private int share(Node cell) {
        var direct = cell.direct();
        return founding.districts.entrySet().stream()
                .filter(entry -> entry.getValue() == direct)
                .mapToInt(entry -> entry.getKey().headsPermille())
                .findFirst()
                .orElse(500);
    }

    private void end(Node node, LocalDate day) {
        var held = secretaries.remove(node);
        if (held != null) {
            end(held, PostRow.SECRETARY, day);
        }
    }

    private void end(@Nullable Held held, String post, LocalDate day) {
        if (held != null && held.from().isBefore(day)) {
            ended.add(row(held, post, day));
        }
    }

    private static PostRow row(Held held, String post, @Nullable LocalDate until) {
        var person = held.person();
        return new PostRow(
                held.unit(),
                post,
                held.village(),
                person == null ? null : person.ref,
                held.outside(),
                held.from(),
                until);
    }
}
