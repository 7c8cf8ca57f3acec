/** Tests of the register of people. */
@NullMarked
package vn.giaoban.membership;

import org.jspecify.annotations.NullMarked;
