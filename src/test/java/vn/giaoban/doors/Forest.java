package vn.giaoban.doors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.RegisterId;

/** The trees as the test knows them, without the database: what stands under what today, and what ever did. */
final class Forest {

    /** @param cell whether it holds members */
    record Node(String code, RegisterId register, boolean cell) {}

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, String> successors = new HashMap<>();
    private final Map<String, Set<String>> everAbove = new HashMap<>();

    void open(String code, RegisterId register, boolean cell, @Nullable String parent) {
        nodes.put(code, new Node(code, register, cell));
        if (parent != null) {
            stand(code, parent);
        }
    }

    void stand(String code, String parent) {
        parents.put(code, parent);
        everAbove.computeIfAbsent(code, any -> new HashSet<>()).add(parent);
    }

    /** What stood below goes to the successor; so does whoever was there. */
    void close(String code, String successor) {
        children(code).forEach(child -> stand(child, successor));
        parents.remove(code);
        successors.put(code, successor);
        everAbove.computeIfAbsent(code, any -> new HashSet<>()).add(successor);
    }

    Node node(String code) {
        var node = nodes.get(code);
        if (node == null) {
            throw new IllegalArgumentException(code);
        }
        return node;
    }

    List<Node> open() {
        return nodes.values().stream()
                .filter(node -> !successors.containsKey(node.code()))
                .toList();
    }

    List<Node> all() {
        return List.copyOf(nodes.values());
    }

    List<String> closed() {
        return successors.keySet().stream().sorted().toList();
    }

    @Nullable
    String parent(String code) {
        return parents.get(code);
    }

    List<String> children(String code) {
        return parents.entrySet().stream()
                .filter(entry -> entry.getValue().equals(code))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The unit that stands for this one today. */
    String today(String code) {
        var at = code;
        for (var next = successors.get(at); next != null; next = successors.get(at)) {
            at = next;
        }
        return at;
    }

    /** Whether it stands under a top today, both read through what they became. */
    boolean isUnder(String code, String top) {
        var goal = today(top);
        for (@Nullable String at = today(code); at != null; at = parents.get(at)) {
            if (at.equals(goal)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it ever stood under a top or under what this became, on whatever day, also by way of what it became itself. */
    boolean wasEverUnder(String code, String top) {
        var goals = List.of(top, today(top));
        var waiting = new ArrayList<String>(List.of(code));
        var seen = new HashSet<String>();
        while (!waiting.isEmpty()) {
            var at = waiting.remove(waiting.size() - 1);
            if (goals.contains(at)) {
                return true;
            }
            if (seen.add(at)) {
                waiting.addAll(everAbove.getOrDefault(at, Set.of()));
            }
        }
        return false;
    }
}
