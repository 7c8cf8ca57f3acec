/** Every way into the house, tried by those who should not come in, by those who bring bad things, and by those who cannot see well. */
@org.jspecify.annotations.NullMarked
package vn.giaoban.doors;
