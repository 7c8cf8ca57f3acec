package vn.giaoban.demonstration;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Batch;
import vn.giaoban.membership.Birth;
import vn.giaoban.membership.CitizenNumber;
import vn.giaoban.membership.Degree;
import vn.giaoban.membership.MovementKind;
import vn.giaoban.membership.NewMember;
import vn.giaoban.membership.NewMovement;
import vn.giaoban.membership.NewMovement.On;
import vn.giaoban.membership.NewMovement.Place;
import vn.giaoban.membership.NewMovement.What;
import vn.giaoban.membership.Profile;
import vn.giaoban.membership.Sex;

/** Our rows as the module membership takes them in. */
final class Translation {

    private Translation() {}

    static Batch batch(List<MemberRow> members, List<MovementRow> movements) {
        var taken = new java.util.ArrayList<NewMember>(members.size());
        for (var row : members) {
            taken.add(member(taken.size() + 1, row));
        }
        var moved = new java.util.ArrayList<NewMovement>(movements.size());
        for (var row : movements) {
            moved.add(movement(moved.size() + 1, row));
        }
        return new Batch(taken, moved, List.of());
    }

    private static NewMember member(int number, MemberRow row) {
        var profile = Profile.of(row.name(), birth(row.birth()), Sex.valueOf(String.valueOf(row.sex())))
                .from(new Profile.Origin(row.ethnicity(), row.religion(), null, null))
                .learned(new Profile.Schooling(row.occupation(), row.education(), row.theory(), null))
                .numbered(new Profile.Numbers(row.card(), row.cv()))
                .joined(new Profile.Joined(row.decided(), row.ceremony(), row.official(), 0));
        var degree = row.official() == null ? Degree.PROBATIONARY : Degree.OFFICIAL;
        var cell = row.cell();
        var member = cell == null
                ? NewMember.coming(number, row.ref(), profile).arrivingAs(row.official() == null ? null : degree)
                : NewMember.opening(number, row.ref(), profile, cell, degree);
        var citizen = row.citizen();
        return citizen == null
                ? member
                : member.withCitizen(CitizenNumber.read(citizen).orElseThrow(), false);
    }

    private static NewMovement movement(int number, MovementRow row) {
        var kind = row.kind();
        if (kind == null) {
            return NewMovement.withdrawal(number, row.ref(), requireNonNull(row.cancels()));
        }
        var day = requireNonNull(row.day());
        var ceremony = kind == MovementRow.Kind.ADMISSION || kind == MovementRow.Kind.READMISSION ? day : null;
        var received = row.issued() == null ? null : day;
        return new NewMovement(
                number,
                row.ref(),
                row.cancels(),
                new What(
                        row.member(),
                        MovementKind.ofCode(kind.code),
                        new On(day, row.decided(), ceremony, row.issued(), received),
                        new Place(row.fromCell(), row.fromOutside()),
                        new Place(row.toCell(), row.toOutside()),
                        row.decision(),
                        null));
    }

    private static Birth birth(String written) {
        return switch (written.length()) {
            case 4 -> Birth.in(Integer.parseInt(written));
            case 7 -> Birth.in(number(written, 3, 7), number(written, 0, 2));
            default -> Birth.on(LocalDate.of(number(written, 6, 10), number(written, 3, 5), number(written, 0, 2)));
        };
    }

    private static int number(String text, int from, int until) {
        return Integer.parseInt(text, from, until, 10);
    }

    /** Exempt before the register opened: a fact of the person, entered as a movement of its own day. */
    static @Nullable MovementRow exemption(MemberRow row) {
        return row.exempt() == null
                ? null
                : new MovementRow(
                        row.ref() + "-M",
                        row.ref(),
                        MovementRow.Kind.EXEMPTED,
                        row.exempt(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
    }
}
