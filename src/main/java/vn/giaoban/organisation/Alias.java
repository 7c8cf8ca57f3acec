package vn.giaoban.organisation;

import java.time.LocalDate;
import vn.giaoban.shared.UnitId;

/**
 * Another name of a unit, by which it is found: an older spelling (Bắc Cạn), what people say.
 *
 * @param from {@code Days.EVER} if nobody knows since when
 * @param until exclusive; {@code Days.FOREVER} if it is in use still
 */
public record Alias(long id, UnitId unit, String name, LocalDate from, LocalDate until) {}
