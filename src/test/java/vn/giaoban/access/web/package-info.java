@NullMarked
package vn.giaoban.access.web;

import org.jspecify.annotations.NullMarked;
