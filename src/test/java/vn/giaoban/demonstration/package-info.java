@NullMarked
package vn.giaoban.demonstration;

import org.jspecify.annotations.NullMarked;
