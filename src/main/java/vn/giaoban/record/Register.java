package vn.giaoban.record;

import java.time.LocalDate;
import vn.giaoban.shared.RegisterId;

/**
 * Where records are first entered.
 *
 * @param firstDay the first day that is counted; who belongs the day before is entered as opening
 */
public record Register(RegisterId id, String code, String name, LocalDate firstDay) {}
