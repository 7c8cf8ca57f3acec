package vn.giaoban.membership.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Books;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.Page;

/** One register as it is printed. @param above the unit over it, for the head of the paper */
public record BookPage(Unit unit, @Nullable Unit above, LocalDate on, Books.Printed printed) implements Page {}
