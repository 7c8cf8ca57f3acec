/**
 * An outside recount: figures counted person by person and day by day from the rows of the five import files, as docs and
 * design define them. Uses no production class on purpose, so that a shared misunderstanding cannot hide.
 */
package vn.giaoban.recount;
