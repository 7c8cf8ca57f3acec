package vn.giaoban.membership;

import java.util.ArrayList;
import java.util.List;
import vn.giaoban.shared.RegisterId;

/** Keys of the people of a list in its order: eight bytes for each, so that a province's list can be kept. */
final class Order {

    private static final int MEMBER_BITS = 48;

    private final long[] keys;

    private Order(long[] keys) {
        this.keys = keys;
    }

    static Order of(List<MemberId> members) {
        return new Order(members.stream().mapToLong(Order::key).toArray());
    }

    int size() {
        return keys.length;
    }

    List<MemberId> slice(long from, int size) {
        var slice = new ArrayList<MemberId>(size);
        for (var i = (int) Math.min(from, keys.length); i < Math.min(from + size, keys.length); i++) {
            slice.add(
                    new MemberId(new RegisterId((short) (keys[i] >> MEMBER_BITS)), keys[i] & (1L << MEMBER_BITS) - 1));
        }
        return slice;
    }

    private static long key(MemberId member) {
        return (long) member.register().value() << MEMBER_BITS | member.number();
    }
}
