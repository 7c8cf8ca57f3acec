/**
 * A made-up province to try the system on: Bắc Kạn with the figures of the published account of 19 March 2024, a small Thái Nguyên beside
 * it, and the reorganisation of 2025 prepared in two plans.
 *
 * <p>The makers ({@link vn.giaoban.demonstration.Province}) are pure and give the same rows on every run; the loader alone knows a
 * database. No figure is typed anywhere: the makers are given sizes and the rows add up.
 */
@ApplicationModule
@NullMarked
package vn.giaoban.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
