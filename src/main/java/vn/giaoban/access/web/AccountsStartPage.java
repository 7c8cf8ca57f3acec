package vn.giaoban.access.web;

import vn.giaoban.ui.Page;

/**
 * The start of an administrator.
 *
 * @param open accounts that can sign in or soon can
 * @param unused of these, those that never had a password
 * @param toConfirm what other administrators asked for and this one decides
 * @param waiting what waits for another
 */
public record AccountsStartPage(long open, long disabled, long unused, long toConfirm, long waiting) implements Page {}
