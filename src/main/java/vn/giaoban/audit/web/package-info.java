/** Pages of what was recorded and who read. */
@NullMarked
package vn.giaoban.audit.web;

import org.jspecify.annotations.NullMarked;
