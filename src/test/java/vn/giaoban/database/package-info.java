@NullMarked
package vn.giaoban.database;

import org.jspecify.annotations.NullMarked;
