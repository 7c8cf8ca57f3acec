/**
 * Who may sign in, and who may do what, where and from when until when.
 *
 * <p>Owns schema {@code access}. Publishes {@link vn.giaoban.access.Actors}, which turns an account into the {@link
 * vn.giaoban.shared.Actor} that every API takes; nothing above asks this module for permission, because an actor carries what it may do.
 * Does not know members: an administrator of accounts sees none.
 */
@ApplicationModule(allowedDependencies = {"shared", "record", "ui", "organisation"})
@NullMarked
package vn.giaoban.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
