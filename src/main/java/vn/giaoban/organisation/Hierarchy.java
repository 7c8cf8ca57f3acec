package vn.giaoban.organisation;

/** A tree of units: the territorial one has number 1; in any other, units with a second place stand there instead. */
public record Hierarchy(short id, String code, String name) {}
