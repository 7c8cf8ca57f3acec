package vn.giaoban.organisation;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who does not follow the successor of a unit; named by the sender's key or by the key in the register.
 *
 * @param memberRef the sender's key of the member in the event's register; null if {@code member} names him
 * @param member key of the member in the event's register; null if {@code memberRef} names him
 * @param cell code of the cell that he is carried to
 */
public record CarriedPerson(
        @Nullable String memberRef, @Nullable Long member, String cell) {

    public CarriedPerson(String memberRef, String cell) {
        this(memberRef, null, cell);
    }

    public static CarriedPerson of(long member, String cell) {
        return new CarriedPerson(null, member, cell);
    }
}
