package vn.giaoban.membership.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Person;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.Page;

/** The member list of a unit on paper, with empty columns for what the secretary writes by hand. */
public record PrintedListPage(Unit unit, @Nullable Unit above, LocalDate on, List<Person> people) implements Page {}
