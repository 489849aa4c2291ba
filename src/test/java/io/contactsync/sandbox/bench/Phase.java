package io.contactsync.sandbox.bench;

import io.vertx.core.buffer.Buffer;

/** What a lane of the load sends, one batch after the other. */
interface Phase {

    /** The next batch of 20, or null at the end. */
    Buffer next();

    /** What came back for it. */
    default void answered(String answer) {
    }
}
