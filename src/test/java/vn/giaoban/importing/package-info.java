@NullMarked
package vn.giaoban.importing;

import org.jspecify.annotations.NullMarked;
