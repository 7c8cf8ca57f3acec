package vn.giaoban.audit;

import java.time.Instant;
import java.util.List;

/**
 * How often one account read somebody.
 *
 * @param files how many times the file itself was opened
 * @param lists how many lists, searches and opened numbers showed the person
 * @param taken how many prints and files that were taken away
 * @param reasons what was said for it, where something was
 */
public record ReaderOfPerson(String login, int files, int lists, int taken, Instant last, List<String> reasons) {}
