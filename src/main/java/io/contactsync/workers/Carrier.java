package io.contactsync.workers;

/**
 * What carries bytes that go behind it as they are.
 *
 * @param <T> itself
 */
interface Carrier<T> {

    /** Those bytes; empty for none. */
    byte[] body();

    /** The same with others. */
    T with(byte[] other);
}
