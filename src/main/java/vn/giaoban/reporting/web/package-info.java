/** Pages and papers of reports. */
@NullMarked
package vn.giaoban.reporting.web;

import org.jspecify.annotations.NullMarked;
