package vn.giaoban.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.giaoban.membership.Batch;
import vn.giaoban.membership.Intake;
import vn.giaoban.membership.MemberColumns;
import vn.giaoban.membership.MovementColumns;
import vn.giaoban.membership.NewMember;
import vn.giaoban.membership.NewMovement;
import vn.giaoban.membership.RowError;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;

/** Files of people through the module's own intake. */
record TakingIn(Entries entries, Intake intake) implements Loading.People {

    @Override
    public void take(Actor by, RegisterId register, History.Batch batch) {
        var errors = new ArrayList<RowError>();
        var members = new ArrayList<NewMember>();
        var movements = new ArrayList<NewMovement>();
        for (int row = 0; row < batch.rows().size(); row++) {
            var cells = batch.rows().get(row).cells();
            if (batch.file() == File.MEMBERS) {
                members.add(MemberColumns.read(row, cells, errors::add));
            } else {
                movements.add(MovementColumns.read(row, cells, errors::add));
            }
        }
        assertThat(errors).isEmpty();
        var entry = entries.begin(by, Set.of(register), "test", null);
        intake.store(by, entry, register, new Batch(members, movements, List.of()));
    }
}
