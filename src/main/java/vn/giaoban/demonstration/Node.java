package vn.giaoban.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.NewUnit;

/** A unit while the history is being made: where it stands now, and who belongs to it now. */
final class Node {

    final String code;
    final String orgCode;
    final int order;
    String name;
    final String place;
    String kind;
    final @Nullable String sector;

    @Nullable
    Node parent;

    LocalDate opened;
    boolean open;
    final List<Node> children = new ArrayList<>();
    final List<Person> members = new ArrayList<>();
    final List<String> villages = new ArrayList<>();
    /** Members, about, when the register opens. */
    int about;
    /** Takes part in an event to come; nothing else is planned for it. */
    boolean reserved;
    /** People of it are named by an event: meanwhile nobody comes or goes, so that the names stay true. */
    boolean quiet;

    @Nullable
    Person secretary;

    @Nullable
    Node successor;

    final Ethnicities ethnicities;
    private int numbered;

    Node(
            String code,
            String orgCode,
            int order,
            String name,
            String place,
            String kind,
            @Nullable String sector,
            @Nullable Node parent,
            LocalDate opened,
            Ethnicities ethnicities) {
        this.code = code;
        this.orgCode = orgCode;
        this.order = order;
        this.name = name;
        this.place = place;
        this.kind = kind;
        this.sector = sector;
        this.parent = parent;
        this.opened = opened;
        this.ethnicities = ethnicities;
    }

    /** The next number among those who will ever stand under this unit. */
    int nextNumber() {
        return ++numbered;
    }

    void open() {
        open = true;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    void moveTo(Node newParent) {
        if (parent != null) {
            parent.children.remove(this);
        }
        parent = newParent;
        newParent.children.add(this);
    }

    /** Closes it; what stood under it and who belonged to it goes to {@code heir}. */
    void closeInto(Node heir) {
        for (var child : List.copyOf(children)) {
            child.moveTo(heir);
        }
        for (var person : List.copyOf(members)) {
            person.moveTo(heir);
        }
        successor = heir;
        open = false;
        if (parent != null) {
            parent.children.remove(this);
        }
    }

    boolean holdsMembers() {
        return kind.equals("chi-bo") || kind.equals("chi-bo-co-so");
    }

    /** This unit, or the one that stands for it now. */
    Node standing() {
        return successor == null ? this : successor.standing();
    }

    boolean isBase() {
        return kind.equals("dang-bo-co-so") || kind.equals("chi-bo-co-so");
    }

    Node up() {
        return Objects.requireNonNull(parent);
    }

    boolean isUnder(Node top) {
        return this == top || parent != null && parent.isUnder(top);
    }

    /** The unit directly under the province in which it stands. */
    Node direct() {
        var node = this;
        while (node.up().parent != null && node.up().up().parent != null) {
            node = node.up();
        }
        return node;
    }

    NewUnit row() {
        return new NewUnit(
                code,
                orgCode,
                name,
                null,
                null,
                place,
                kind,
                sector,
                parent == null ? null : parent.code,
                order,
                villages);
    }
}
