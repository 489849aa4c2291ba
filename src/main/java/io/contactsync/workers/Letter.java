package io.contactsync.workers;

import java.util.List;

/**
 * What a worker says to the coordinator; each letter is answered.
 *
 * @param version of the form of all that is said
 * @param kind what it is about
 * @param worker the worker's name
 * @param print what coordinator and workers must have in common
 * @param run the coordinator's run
 * @param mailbox the object id of the mailbox's owner; empty if it is about several or none
 * @param token by which the worker holds the mailbox, made for the letter that asks for it; a beat has one of its own
 * @param tokens in a beat, of all mailboxes that the worker holds
 * @param refusals in a beat, how often Graph has told the worker to wait
 * @param pauseMillis in a beat, how long Graph wants the whole application to wait
 * @param body what the worker did in the mailbox; empty unless it returns one
 */
public record Letter(int version, Kind kind, String worker, String print, String run, String mailbox, String token,
        List<String> tokens, long refusals, long pauseMillis, byte[] body) implements Carrier<Letter> {

    private static final byte[] EMPTY = {};

    /** What a letter is about. */
    public enum Kind {
        /** Asks for a mailbox. */
        TAKE,
        /** The worker has not begun the mailbox, and never will by that token. */
        RELEASE,
        /** Asks for what all mailboxes of the run share. */
        CLAIM,
        /** The worker is there, and holds mailboxes. */
        BEAT,
        /** Gives a mailbox back, with all that was done there. */
        RETURN
    }

    public Letter {
        tokens = List.copyOf(tokens);
    }

    /** By which its answer names it. */
    public String name() {
        return kind + " " + token;
    }

    /** About one mailbox. */
    public static Letter of(Kind kind, String worker, Offer offer, String token) {
        return new Letter(Offer.VERSION, kind, worker, offer.print(), offer.run(), offer.mailbox(), token, List.of(), 0,
                0, EMPTY);
    }

    /** The worker is there. */
    public static Letter beat(String worker, Offer run, String token, List<String> tokens, long refusals,
            long pauseMillis) {
        return new Letter(Offer.VERSION, Kind.BEAT, worker, run.print(), run.run(), "", token, tokens, refusals,
                pauseMillis, EMPTY);
    }

    /** The same with what was done. */
    @Override
    public Letter with(byte[] done) {
        return new Letter(version, kind, worker, print, run, mailbox, token, tokens, refusals, pauseMillis, done);
    }
}
