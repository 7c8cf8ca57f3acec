package vn.giaoban.reporting;

import java.time.Instant;
import vn.giaoban.shared.UnitId;

/**
 * How many admissions a unit is to reach in a year. Typed, so it is shown with the mark ✎ and where it is from.
 *
 * @param document that says so
 */
public record AdmissionPlan(UnitId unit, int year, int admissions, String document, String typedBy, Instant typedAt) {}
