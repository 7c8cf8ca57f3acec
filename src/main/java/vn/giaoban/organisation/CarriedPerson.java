package vn.giaoban.organisation;

import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.RegisterId;

/**
 * Somebody who does not follow the successor of a unit; named by the sender's key or by the key in the register.
 *
 * @param register where the person was first entered; null: the event's register
 * @param memberRef the sender's key of the member in that register; null if {@code member} names him
 * @param member key of the member in that register; null if {@code memberRef} names him
 * @param cell code of the cell that he is carried to
 */
public record CarriedPerson(
        @Nullable RegisterId register,
        @Nullable String memberRef,
        @Nullable Long member,
        String cell) {

    public CarriedPerson(String memberRef, String cell) {
        this(null, memberRef, null, cell);
    }

    public static CarriedPerson of(RegisterId register, long member, String cell) {
        return new CarriedPerson(register, null, member, cell);
    }

    /** Of a sender who names people of several registers. */
    public static CarriedPerson of(RegisterId register, String memberRef, String cell) {
        return new CarriedPerson(register, memberRef, null, cell);
    }

    /** Where the person was entered, for an event of this register. */
    RegisterId registerIn(RegisterId event) {
        return register == null ? event : register;
    }
}
