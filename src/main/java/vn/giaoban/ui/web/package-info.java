@NullMarked
package vn.giaoban.ui.web;

import org.jspecify.annotations.NullMarked;
