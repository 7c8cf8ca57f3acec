package vn.giaoban.organisation;

import java.time.LocalDate;
import java.util.List;
import vn.giaoban.shared.UnitId;

/** Out of which units a unit came, and what it became; as far as events reach. */
public record Lineage(UnitId unit, List<Node> nodes, List<Edge> edges) {

    /**
     * @param name the last it had
     * @param generation 0 for the unit itself, negative for what it came from, positive for what it became
     * @param closed {@code Days.FOREVER} while it is open
     */
    public record Node(UnitId id, String code, String name, int generation, LocalDate opened, LocalDate closed) {}

    public record Edge(UnitId from, UnitId to, UnitEventKind kind, LocalDate day) {}
}
