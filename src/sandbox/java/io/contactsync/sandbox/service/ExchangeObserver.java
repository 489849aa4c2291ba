package io.contactsync.sandbox.service;

/**
 * Sees every exchange just before its answer leaves. Called on the server's thread: what takes long belongs on another.
 * Observers named in {@code META-INF/services} see the exchanges of every sandbox of the process.
 */
@FunctionalInterface
public interface ExchangeObserver {

    void seen(Exchange exchange);
}
