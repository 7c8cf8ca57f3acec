@NullMarked
package vn.giaoban.backup;

import org.jspecify.annotations.NullMarked;
