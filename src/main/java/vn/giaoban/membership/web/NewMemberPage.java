package vn.giaoban.membership.web;

import java.util.List;
import vn.giaoban.membership.Person;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/**
 * A new person and what brings him in.
 *
 * @param doubles those of the same name and birth date, or number, whom the enterer may see
 */
public record NewMemberPage(
        NewMemberForm form,
        List<Option> kinds,
        List<Option> ethnicities,
        List<Option> educations,
        List<Option> theories,
        List<Person> doubles,
        FormErrors errors)
        implements Page {}
