package vn.giaoban.importing;

import vn.giaoban.shared.Refusal;

/** Words for a code, in the reader's language. */
@FunctionalInterface
interface Telling {

    String say(String code, Object... arguments);

    default String say(Refusal refusal) {
        return say(refusal.code(), refusal.arguments().toArray());
    }
}
