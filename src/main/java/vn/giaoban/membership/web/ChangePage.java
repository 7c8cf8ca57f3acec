package vn.giaoban.membership.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Attribute;
import vn.giaoban.membership.Person;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/**
 * Something about a person that is so from a day on.
 *
 * @param attribute null while it is to be chosen
 * @param words of its list; empty for free text
 */
public record ChangePage(
        Person person,
        @Nullable Attribute attribute,
        List<Option> words,
        CorrectionController.ChangeForm form,
        FormErrors errors)
        implements Page {

    public List<Attribute> attributes() {
        return Attribute.changing();
    }
}
