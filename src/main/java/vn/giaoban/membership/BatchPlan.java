package vn.giaoban.membership;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.giaoban.membership.FactWriter.CarriedRow;
import vn.giaoban.membership.FactWriter.MovementRow;

/**
 * What a sound batch writes.
 *
 * @param outside people with a citizen number of the batch whom the sender may not know of: then it is not sound
 */
record BatchPlan(
        Findings findings,
        Collection<Draft> drafts,
        List<MovementRow> movements,
        Set<Long> takenBack,
        List<CarriedRow> carried,
        Map<Long, LifeStore.Lived> lives,
        Set<Long> outside) {}
