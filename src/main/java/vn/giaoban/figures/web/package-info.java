/** Pages and the API of figures. */
@NullMarked
package vn.giaoban.figures.web;

import org.jspecify.annotations.NullMarked;
