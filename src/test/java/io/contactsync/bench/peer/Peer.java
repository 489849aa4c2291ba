package io.contactsync.bench.peer;

/** A client that knows its tenant. */
interface Peer {

    /**
     * Creates every contact of the central mailbox in every target mailbox.
     *
     * @return how many contacts Graph said it had created
     */
    long write();
}
