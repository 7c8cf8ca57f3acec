package vn.giaoban.membership.web;

import static vn.giaoban.membership.web.MovementForm.typed;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Insistence;
import vn.giaoban.membership.Recording;

/** What was typed about a new person and what brings him in; read by the core, which says all that is wrong at once. */
public record NewMemberForm(
        @Nullable String name,
        @Nullable String birth,
        @Nullable String sex,
        @Nullable String ethnicity,
        @Nullable String education,
        @Nullable String theory,
        @Nullable String occupation,
        @Nullable String citizen,
        @Nullable String kind,
        @Nullable String day,
        @Nullable String decisionDay,
        @Nullable String decisionNo,
        @Nullable String cell,
        @Nullable String fromOutside,
        @Nullable Boolean another,
        @Nullable Boolean sure) {

    /** Fields that are not called like the columns they are read as. */
    static final Map<String, String> FIELDS =
            Map.of("family_and_given_name", "name", "citizen_number", "citizen", "to_cell", "cell");

    static NewMemberForm in(@Nullable String cell) {
        return new NewMemberForm(
                null, null, null, null, null, null, null, null, "admission", null, null, null, cell, null, null, null);
    }

    Recording.Arrival toArrival() {
        var person = new HashMap<String, String>();
        person.put("family_and_given_name", typed(name));
        person.put("birth", typed(birth));
        person.put("sex", typed(sex));
        person.put("ethnicity", typed(ethnicity));
        person.put("education", typed(education));
        person.put("theory", typed(theory));
        person.put("occupation", typed(occupation));
        person.put("citizen_number", typed(citizen));
        var movement = new HashMap<String, String>();
        movement.put("kind", typed(kind));
        movement.put("day", typed(day));
        movement.put("decision_day", typed(decisionDay));
        movement.put("decision_no", typed(decisionNo));
        movement.put("to_cell", typed(cell));
        movement.put("from_outside", typed(fromOutside));
        return new Recording.Arrival(person, movement);
    }

    Set<Insistence> insists() {
        var insists = EnumSet.noneOf(Insistence.class);
        if (Boolean.TRUE.equals(another)) {
            insists.add(Insistence.ANOTHER_PERSON);
        }
        if (Boolean.TRUE.equals(sure)) {
            insists.add(Insistence.DAYS_ARE_RIGHT);
        }
        return insists;
    }

    /** A form that is shown again must not carry the number back into the page. */
    @Override
    public String toString() {
        return "NewMemberForm";
    }
}
