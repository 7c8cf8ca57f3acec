@NullMarked
package vn.giaoban.access;

import org.jspecify.annotations.NullMarked;
