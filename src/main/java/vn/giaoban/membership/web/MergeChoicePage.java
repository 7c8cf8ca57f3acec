package vn.giaoban.membership.web;

import java.util.List;
import vn.giaoban.membership.Merges;
import vn.giaoban.membership.Person;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Which other record is the same person; and the merges that can be taken apart. */
public record MergeChoicePage(String kept, String text, List<Person> found, List<Merges.Done> done, FormErrors errors)
        implements Page {}
