package io.contactsync.run;

import io.contactsync.workers.Letter;
import io.contactsync.workers.Letter.Kind;
import io.contactsync.workers.Offer;

import java.time.Instant;

/**
 * A mailbox on its way through a worker: the offer it began with, the letter that is to be written next, and what the
 * coordinator gave. For one thread.
 */
final class TakenOffer {

    private final Offer offer;
    private final String worker;
    private final String token;
    private boolean isGiven;
    private boolean isLater;
    private boolean isBegun;
    private boolean isTold;
    private Letter letter;
    private Instant written;
    private int repetitions;
    private Grant grant;
    private String told = GivenBack.LOST;
    private String result = GivenBack.LOST;

    TakenOffer(Offer offer, String worker, String token) {
        this.offer = offer;
        this.worker = worker;
        this.token = token;
    }

    String mailbox() {
        return offer.mailbox();
    }

    String coordinator() {
        return offer.coordinator();
    }

    String token() {
        return token;
    }

    /** The letter to be written; null if there is none. */
    Letter letter() {
        return letter;
    }

    void write(Kind kind) {
        write(Letter.of(kind, worker, offer, token));
    }

    void write(Letter next) {
        letter = next;
        repetitions = -1;
    }

    /** Nothing more is to be said. */
    void rest() {
        letter = null;
    }

    void written(Instant now) {
        written = now;
        repetitions++;
    }

    /** How often the letter was written before. */
    int repetitions() {
        return repetitions;
    }

    /** When the letter was written last. */
    Instant written() {
        return written;
    }

    Grant grant() {
        return grant;
    }

    void grant(Grant given) {
        grant = given;
    }

    /** Whether it may be worked on. */
    boolean isGiven() {
        return isGiven;
    }

    /** Whether a mailbox was begun by it, and it is the first to ask so. */
    boolean ends() {
        boolean begun = isBegun;
        isBegun = false;
        return begun;
    }

    void begin() {
        isBegun = true;
    }

    /** Whether what was done is to be put together now: that is once, for whoever asks again finds nothing any more. */
    boolean tells(String as) {
        boolean first = !isTold;
        isTold = true;
        told = first ? as : told;
        return first;
    }

    /** What became of it. */
    String result() {
        return result;
    }

    /** The coordinator has taken it back, as it was told. */
    void takenBack() {
        result = told;
    }

    /** Whether others are to have their part of mailboxes first. */
    boolean isLater() {
        return isLater;
    }

    void leave() {
        isLater = true;
    }

    void give() {
        isGiven = true;
    }
}
