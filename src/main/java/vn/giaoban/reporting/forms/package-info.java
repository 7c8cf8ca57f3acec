/**
 * Statistical forms: sets of forms as dated data, each cell a formula over figures; and the superior's own empty .xlsx, filled.
 *
 * <p>Counts nothing: a form is a few questions to {@code figures}, one reading for all its cells.
 */
@NullMarked
package vn.giaoban.reporting.forms;

import org.jspecify.annotations.NullMarked;
