package vn.giaoban.audit.web;

import java.util.List;
import vn.giaoban.audit.ReaderOfTheYear;
import vn.giaoban.ui.Page;

/** The yearly self-audit for the inspection commission. */
public record ReadersPage(int year, List<ReaderOfTheYear> readers) implements Page {}
