package vn.giaoban.membership.web;

import java.util.List;
import vn.giaoban.membership.Merges;
import vn.giaoban.membership.Person;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/**
 * Which other record is the same person; and the merges that can be taken apart.
 *
 * @param text what is looked for
 * @param reason why they are one, if that was typed already; goes along to the record that is chosen
 */
public record MergeChoicePage(
        String kept, String text, String reason, List<Person> found, List<Merges.Done> done, FormErrors errors)
        implements Page {}
