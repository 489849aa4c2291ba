package io.contactsync.workers;

import java.util.List;

/**
 * What the coordinator answers to a letter.
 *
 * @param version of the form of all that is said
 * @param to kind and token of the letter: no answer counts for another letter
 * @param verdict yes or no
 * @param sentence why not; empty for yes
 * @param held in the answer to a beat, tokens of the mailboxes that the worker still has
 * @param ending whether nothing new is to be sent in that run
 * @param share in the answer to a beat, how much of the pace the worker may take
 * @param pauseMillis in the answer to a beat, how long the whole application is to wait
 * @param body what was asked for; empty if nothing was
 */
public record LetterAnswer(int version, String to, Verdict verdict, String sentence, List<String> held,
        boolean ending, double share, long pauseMillis, byte[] body) implements Carrier<LetterAnswer> {

    private static final byte[] EMPTY = {};

    /** Yes or no. */
    public enum Verdict {
        /** It is as asked. */
        YES,
        /** It is not: somebody else has the mailbox, or had it. */
        NO,
        /** It has its part of them: others are to have theirs, and the mailbox is offered again. */
        LATER,
        /** That run is not in progress. */
        OVER,
        /** Whoever asks is not one of ours. */
        REFUSED
    }

    public LetterAnswer {
        held = List.copyOf(held);
    }

    /** Yes. */
    public static LetterAnswer yes(Letter letter, byte[] body) {
        return new LetterAnswer(Offer.VERSION, letter.name(), Verdict.YES, "", List.of(), false, 1, 0, body);
    }

    /** No, and why. */
    public static LetterAnswer no(Letter letter, Verdict verdict, String sentence) {
        return new LetterAnswer(Offer.VERSION, letter.name(), verdict, sentence, List.of(), false, 1, 0, EMPTY);
    }

    /** To a beat. */
    public static LetterAnswer held(Letter letter, List<String> tokens, boolean ending, double share,
            long pauseMillis) {
        return new LetterAnswer(Offer.VERSION, letter.name(), Verdict.YES, "", tokens, ending, share,
                pauseMillis, EMPTY);
    }

    @Override
    public LetterAnswer with(byte[] other) {
        return new LetterAnswer(version, to, verdict, sentence, held, ending, share, pauseMillis, other);
    }

    /** Whether it is the answer to that letter. */
    public boolean isTo(Letter letter) {
        return version == Offer.VERSION && to.equals(letter.name());
    }
}
