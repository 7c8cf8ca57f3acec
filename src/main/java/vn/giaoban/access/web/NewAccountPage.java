package vn.giaoban.access.web;

import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

public record NewAccountPage(AccountForm form, FormErrors errors) implements Page {}
