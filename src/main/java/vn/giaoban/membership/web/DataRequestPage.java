package vn.giaoban.membership.web;

import vn.giaoban.membership.MemberId;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Takes down what a member asks about his data. */
public record DataRequestPage(MemberId member, DataRequestController.RequestForm form, FormErrors errors)
        implements Page {}
