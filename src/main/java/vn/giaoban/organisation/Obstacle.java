package vn.giaoban.organisation;

import java.time.LocalDate;

/** Something recorded later that rests on an event, so that the event cannot be undone. @param what in words, for the reader */
public record Obstacle(String what, LocalDate day) {}
