package vn.giaoban.membership.web;

import vn.giaoban.membership.DataRequests;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Answers what a member asked about his data. */
public record DataAnswerPage(DataRequests.Shown shown, DataRequestController.AnswerForm form, FormErrors errors)
        implements Page {}
