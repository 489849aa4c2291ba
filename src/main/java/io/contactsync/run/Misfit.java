package io.contactsync.run;

/**
 * Why a worker gets nothing: what it heard last of any coordinator is that the two do not fit. Told by many threads at
 * once.
 */
final class Misfit {

    private final SaidOnce said;
    private volatile String sentence = "";

    Misfit(SaidOnce said) {
        this.said = said;
    }

    /** What came is not for it, or not from one of ours. */
    void heard(String why) {
        said.warn(why);
        sentence = why;
    }

    /** A coordinator was heard that it fits. */
    void fits() {
        sentence = "";
    }

    /** Empty if it fits, or has heard nothing yet. */
    String sentence() {
        return sentence;
    }
}
