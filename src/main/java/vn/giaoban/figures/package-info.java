/**
 * Indicators, and the one place where counting happens. The record modules declare what can be counted ({@link
 * vn.giaoban.figures.Declares}); what a figure means for a unit, a period and a structure is decided here, once, for all of them.
 *
 * <p>Owns schema {@code figures}: bands and limits, typed populations, freezes. Knows no record module.
 */
@ApplicationModule(allowedDependencies = {"shared", "record", "ui", "organisation", "access", "audit"})
@NullMarked
package vn.giaoban.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
