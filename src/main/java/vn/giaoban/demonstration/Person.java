package vn.giaoban.demonstration;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A member while the history is being made. */
final class Person {

    final String ref;
    final String name;
    final char sex;
    final LocalDate birth;
    String ethnicity = "";
    int number;

    @Nullable
    Node cell;

    LocalDate decided;
    LocalDate ceremony;

    @Nullable
    LocalDate official;

    @Nullable
    LocalDate exempt;

    @Nullable
    LocalDate left;

    MovementRow.@Nullable Kind leftBy;
    /** Last day on which anything happened to this person; one thing a day. */
    LocalDate last;
    /** Number of the sitting that holds the latest row of this person; a later row never goes into an earlier sitting. */
    int recorded;
    /** Where the person stands in the list of all who belong. */
    int place = -1;

    Person(String ref, String name, char sex, LocalDate birth, LocalDate decided, LocalDate ceremony) {
        this.ref = ref;
        this.name = name;
        this.sex = sex;
        this.birth = birth;
        this.decided = decided;
        this.ceremony = ceremony;
        this.last = ceremony;
    }

    Node cell() {
        return Objects.requireNonNull(cell);
    }

    boolean isOfficial() {
        return official != null;
    }

    int age(LocalDate on) {
        return on.getYear() - birth.getYear();
    }

    void moveTo(@Nullable Node newCell) {
        if (cell != null) {
            cell.members.remove(this);
        }
        cell = newCell;
        if (newCell != null) {
            newCell.members.add(this);
        }
    }

    private @Nullable Node former;

    /** No longer belongs; where to come back to is remembered. */
    void leave() {
        former = cell;
        moveTo(null);
    }

    Node formerCell() {
        return Objects.requireNonNull(former);
    }

    LocalDate leftOn() {
        return Objects.requireNonNull(left);
    }
}
