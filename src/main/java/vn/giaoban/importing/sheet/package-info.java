/** Files people send, as lines of cells. Everything here takes the file for hostile; nothing here knows what a line means. */
@NullMarked
package vn.giaoban.importing.sheet;

import org.jspecify.annotations.NullMarked;
