package vn.giaoban.organisation;

/**
 * Somebody who does not follow the successor of a unit.
 *
 * @param memberRef the sender's key of the member in the event's register
 * @param cell code of the cell that he is carried to
 */
public record CarriedPerson(String memberRef, String cell) {}
