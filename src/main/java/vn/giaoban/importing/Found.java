package vn.giaoban.importing;

import java.util.List;

/** What the preview of a file says. */
public record Found(List<Problem> problems, List<Note> notes, List<Count> counts) {

    public static final Found NOTHING = new Found(List.of(), List.of(), List.of());

    /** Rows of the file that name a unit. */
    public record Count(String unit, int rows) {}
}
