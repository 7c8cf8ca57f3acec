package vn.giaoban.membership.web;

import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Asks before a movement is taken back. */
public record WithdrawPage(String member, String movement, FormErrors errors) implements Page {}
