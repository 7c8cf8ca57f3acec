package vn.giaoban.ui;

import java.util.Optional;

/** Tells the frame who is looking. One bean, of module access. */
public interface Visitors {

    /** Who sent the running request; empty before sign-in. */
    Optional<Visitor> current();
}
