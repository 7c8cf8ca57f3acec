/**
 * The units of the organisation: what each was, where it stood and what it was called on every day, by which events, and who held which
 * post.
 *
 * <p>Owns schema {@code organisation}; publishes functions and views in {@code organisation_api}. An event says what it does to units; where
 * each unit stood is derived from all its events and never edited. Knows nothing about members: who must follow a unit implements
 * {@link vn.giaoban.organisation.FollowsUnits}.
 */
@ApplicationModule(allowedDependencies = {"shared", "record", "ui"})
@NullMarked
package vn.giaoban.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
