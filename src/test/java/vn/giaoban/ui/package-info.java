@NullMarked
package vn.giaoban.ui;

import org.jspecify.annotations.NullMarked;
