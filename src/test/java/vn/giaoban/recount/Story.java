package vn.giaoban.recount;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tells a history row by row; what is told between two instants is recorded at the first. */
final class Story {

    private final String register;
    private final List<History.Register> registers = new ArrayList<>();
    private final List<History.Batch> batches = new ArrayList<>();
    private Instant at = Instant.parse("2023-12-31T08:00:00Z");

    Story(String register, LocalDate firstDay) {
        this.register = register;
        registers.add(new History.Register(register, firstDay));
    }

    History told() {
        return new History(List.copyOf(registers), List.copyOf(batches));
    }

    /** From here on rows are recorded at noon of that day, in order. */
    Story recordedOn(String day) {
        at = Instant.parse(day + "T05:00:00Z");
        return this;
    }

    Story unit(String code, String kind, String parent) {
        return row(Row.of(
                File.UNITS,
                "ref",
                "u-" + code,
                "code",
                code,
                "name",
                "Đảng bộ " + code,
                "kind",
                kind,
                "parent",
                parent,
                "from",
                "2020-01-01"));
    }

    Story members(String cell, int howMany) {
        for (int i = 1; i <= howMany; i++) {
            member(cell + "-" + i, cell);
        }
        return this;
    }

    /** Opened with the register, if in a cell. */
    Story member(String ref, String cell) {
        return row(Row.of(
                File.MEMBERS,
                "ref",
                ref,
                "family_and_given_name",
                "Nguyễn Văn " + ref,
                "birth",
                "01/02/1980",
                "sex",
                "M",
                "cell",
                cell,
                "degree",
                "official",
                "opening",
                cell == null ? "no" : "yes"));
    }

    Story event(String ref, String kind, String day, String... pairs) {
        return row(
                Row.of(File.UNIT_EVENTS, "ref", ref, "kind", kind, "day", day).with(pairs));
    }

    Story goesTo(String eventRef, String member, String cell) {
        return row(Row.of(File.UNIT_EVENT_PEOPLE, "event_ref", eventRef, "member_ref", member, "cell", cell));
    }

    Story movement(String ref, String member, String kind, String day, String... pairs) {
        return row(Row.of(File.MOVEMENTS, "ref", ref, "member_ref", member, "kind", kind, "day", day)
                .with(pairs));
    }

    Story row(Row row) {
        batches.add(new History.Batch(register, row.file(), List.of(row), at));
        at = at.plusSeconds(1);
        return this;
    }
}
