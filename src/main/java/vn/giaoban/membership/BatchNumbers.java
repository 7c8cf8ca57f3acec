package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.giaoban.shared.FirstSeen;
import vn.giaoban.shared.Vietnamese;

/** Whether two rows, or a row and the register, seem to be the same person. */
final class BatchNumbers {

    private final BatchKnown known;
    private final Collection<Draft> drafts;
    private final List<RowError> errors;
    private final List<RowError> notes;
    private final FirstSeen namesakes;
    private final Set<Long> outside = new LinkedHashSet<>();

    /** @param namesakes rows of the file by name and birth date, also those of earlier pieces */
    BatchNumbers(BatchDrafts batch, FirstSeen namesakes) {
        this.known = batch.known;
        this.drafts = batch.drafts.values();
        this.errors = batch.errors;
        this.notes = batch.notes;
        this.namesakes = namesakes;
    }

    /** Finds them all; gives those with a number of the batch whom the sender may not know of. */
    Set<Long> check() {
        var inFile = new HashMap<CitizenNumber, Draft>();
        for (var draft : drafts) {
            if (draft.entered == null) {
                continue;
            }
            number(draft, inFile);
            namesake(draft);
        }
        return outside;
    }

    private void number(Draft draft, Map<CitizenNumber, Draft> inFile) {
        var row = draft.row();
        var number = row.citizen();
        if (number == null) {
            return;
        }
        var column = row.citizenIsCard() ? "card" : "citizen_number";
        if (known.assignedProvinces().contains(number.province())) {
            errors.add(RowError.of(row.row(), column, "real-number"));
        }
        if (inFile.put(number, draft) != null) {
            errors.add(RowError.of(row.row(), column, "number-twice"));
        }
        // Who has it is not said: a hit must not tell where somebody is a member.
        for (var holder : known.numbers().getOrDefault(number, Set.of())) {
            if (holder != draft.member && known.outside().contains(holder)) {
                errors.add(RowError.of(row.row(), column, "number-outside"));
                outside.add(holder);
            } else if (holder != draft.member) {
                errors.add(RowError.of(row.row(), column, "number-taken"));
            }
        }
    }

    private void namesake(Draft draft) {
        var row = draft.row();
        if (row.profile() == null || !row.profile().birth().exact()) {
            return;
        }
        var key = key(row.profile());
        var other = namesakes.putIfAbsent(key, row.row());
        if (other != FirstSeen.NEW) {
            notes.add(RowError.of(row.row(), "family_and_given_name", "namesake-in-file", Integer.toString(other)));
        } else if (draft.fresh && known.namesakes().contains(key)) {
            notes.add(RowError.of(row.row(), "family_and_given_name", "namesake"));
        }
    }

    static String key(Profile profile) {
        return key(profile.name(), profile.birth().day());
    }

    static String key(String name, LocalDate birth) {
        return Vietnamese.folded(name) + " " + birth;
    }
}
