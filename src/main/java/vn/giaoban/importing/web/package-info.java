/** Uploading, looking, confirming: for people and for scripts. */
@NullMarked
package vn.giaoban.importing.web;

import org.jspecify.annotations.NullMarked;
