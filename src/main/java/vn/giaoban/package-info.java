@NullMarked
package vn.giaoban;

import org.jspecify.annotations.NullMarked;
