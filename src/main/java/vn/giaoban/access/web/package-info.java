/** The gate of the house and the pages of accounts. */
@NullMarked
package vn.giaoban.access.web;

import org.jspecify.annotations.NullMarked;
