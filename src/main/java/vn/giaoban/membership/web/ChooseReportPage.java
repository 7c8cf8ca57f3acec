package vn.giaoban.membership.web;

import java.util.List;
import vn.giaoban.membership.Person;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.Page;

/**
 * Whom a report of a change is about.
 *
 * @param people everybody of the cell by name
 */
public record ChooseReportPage(Unit cell, List<Person> people) implements Page {}
