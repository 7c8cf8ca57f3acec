/**
 * The register of people: who they are, where each belonged on each day, how each came and went.
 *
 * <p>Owns schema {@code membership}; publishes the functions of {@code membership_api}. What is recorded are facts (profiles, movements,
 * share-outs, openings); where people belonged and the steps they took are derived from them by {@link vn.giaoban.membership.Life}, one
 * person at a time, and stored beside them with both clocks. Follows events on units through
 * {@code organisation.FollowsUnits}. Knows nothing of reports; counts nothing.
 */
@ApplicationModule(allowedDependencies = {"shared", "record", "ui", "organisation", "access", "audit", "figures"})
@NullMarked
package vn.giaoban.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
