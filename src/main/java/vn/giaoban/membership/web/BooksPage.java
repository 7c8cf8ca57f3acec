package vn.giaoban.membership.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Book;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.Page;

/** Which register to print. @param unit null: still to be chosen among {@code choices} */
public record BooksPage(@Nullable Unit unit, List<Unit> choices, List<Book> books, LocalDate on) implements Page {}
