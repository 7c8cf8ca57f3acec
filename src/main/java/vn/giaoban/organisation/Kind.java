package vn.giaoban.organisation;

import java.time.LocalDate;

/** A kind of unit, with the days on which units of it may be opened. */
public record Kind(
        String code,
        String name,
        String nameEn,
        KindClass kindClass,
        String level,
        boolean holdsMembers,
        boolean counts,
        LocalDate from,
        LocalDate until,
        String source,
        boolean verified) {

    boolean mayBeOpenedOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
