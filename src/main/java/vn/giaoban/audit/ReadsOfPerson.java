package vn.giaoban.audit;

import java.util.List;

/**
 * Who has read a person.
 *
 * @param shown newest first
 * @param sealed how many more there are under cases that are not closed; always told
 */
public record ReadsOfPerson(List<Read> shown, int sealed) {

    public ReadsOfPerson {
        shown = List.copyOf(shown);
    }
}
