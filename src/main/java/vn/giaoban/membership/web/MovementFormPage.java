package vn.giaoban.membership.web;

import java.util.List;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/**
 * The form of one movement of a member.
 *
 * @param member as in the address of the member's page
 * @param kinds what can be entered of somebody who is in the register already
 */
public record MovementFormPage(String member, List<Option> kinds, MovementForm form, FormErrors errors)
        implements Page {}
