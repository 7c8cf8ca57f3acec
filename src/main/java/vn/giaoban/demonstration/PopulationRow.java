package vn.giaoban.demonstration;

import java.time.LocalDate;

/** How many people live where a unit is; typed, an estimate. */
record PopulationRow(String unit, LocalDate day, int people) {}
