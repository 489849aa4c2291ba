package io.contactsync.bench;

import java.io.IOException;

/**
 * Something to be done, by several variants or one.
 *
 * @param name   as {@code bench.only} names it
 * @param size   mailboxes and contacts
 * @param course how it is made ready and measured
 */
record BenchWorkload(String name, BenchSize size, Course course) {

    /** Makes ready what is needed, and measures on that ground. */
    interface Course {

        void play(BenchGround ground) throws IOException;
    }
}
