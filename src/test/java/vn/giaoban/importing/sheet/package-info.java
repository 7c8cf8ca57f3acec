@NullMarked
package vn.giaoban.importing.sheet;

import org.jspecify.annotations.NullMarked;
