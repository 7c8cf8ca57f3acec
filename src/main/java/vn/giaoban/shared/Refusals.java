package vn.giaoban.shared;

import java.util.List;
import java.util.stream.Stream;

/** Everything that is wrong with one request, told at once. The first decides the kind. */
public final class Refusals extends Refusal {

    private final transient List<? extends Refusal> refusals;

    /** @param refusals at least one */
    public Refusals(List<? extends Refusal> refusals) {
        super(
                refusals.get(0).kind(),
                refusals.get(0).code(),
                refusals.get(0).arguments().toArray());
        this.refusals = List.copyOf(refusals);
    }

    @Override
    public Stream<Refusal> all() {
        return refusals.stream().flatMap(Refusal::all);
    }
}
