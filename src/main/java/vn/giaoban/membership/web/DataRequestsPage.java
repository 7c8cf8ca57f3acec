package vn.giaoban.membership.web;

import vn.giaoban.membership.DataRequests;
import vn.giaoban.ui.Page;

/** What members asked about their data. */
public record DataRequestsPage(DataRequests.Desk desk) implements Page {}
