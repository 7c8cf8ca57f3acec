package vn.giaoban.membership.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Insistence;

/** What was typed about a movement; the core reads it as a row of a file and says all that is wrong at once. */
public record MovementForm(
        @Nullable String kind,
        @Nullable String day,
        @Nullable String decisionDay,
        @Nullable String ceremonyDay,
        @Nullable String issuedDay,
        @Nullable String receivedDay,
        @Nullable String untilDay,
        @Nullable String decisionNo,
        @Nullable String toCell,
        @Nullable String toOutside,
        @Nullable String fromOutside,
        @Nullable Boolean sure) {

    static final MovementForm EMPTY =
            new MovementForm(null, null, null, null, null, null, null, null, null, null, null, null);

    Map<String, String> toTexts() {
        var texts = new HashMap<String, String>();
        texts.put("kind", typed(kind));
        texts.put("day", typed(day));
        texts.put("decision_day", typed(decisionDay));
        texts.put("ceremony_day", typed(ceremonyDay));
        texts.put("issued_day", typed(issuedDay));
        texts.put("received_day", typed(receivedDay));
        texts.put("until_day", typed(untilDay));
        texts.put("decision_no", typed(decisionNo));
        texts.put("to_cell", typed(toCell));
        texts.put("to_outside", typed(toOutside));
        texts.put("from_outside", typed(fromOutside));
        return texts;
    }

    Set<Insistence> insists() {
        return Boolean.TRUE.equals(sure) ? Set.of(Insistence.DAYS_ARE_RIGHT) : Set.of();
    }

    /** Whether other days than the one that counts were typed, so that they are shown again. */
    public boolean otherDays() {
        return !typed(ceremonyDay).isBlank()
                || !typed(issuedDay).isBlank()
                || !typed(receivedDay).isBlank();
    }

    /** As a field shows it. */
    public static String typed(@Nullable String text) {
        return Objects.toString(text, "");
    }

    static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
