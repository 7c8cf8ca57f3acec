package vn.giaoban.membership;

import java.time.LocalDate;
import vn.giaoban.shared.UnitId;

/**
 * A stretch of days with the same cell, degree and condition.
 *
 * @param cell as entered; from the day it closed, read the unit that stands for it
 * @param until exclusive
 */
public record Belonging(
        UnitId cell, Degree degree, boolean exempt, boolean suspended, boolean away, LocalDate from, LocalDate until) {}
