/** What all tests share: databases, the clock, the annotations; and the house tests, which no one has to remember. */
@NullMarked
package vn.giaoban;

import org.jspecify.annotations.NullMarked;
