@NullMarked
package vn.giaoban.audit;

import org.jspecify.annotations.NullMarked;
