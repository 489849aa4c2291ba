package io.contactsync.sandbox.people.card;

import java.util.function.Consumer;

/**
 * What had to give way while files were read: one sentence each, the first twenty in full and then their number, so
 * that a large file stays readable.
 */
public final class Notes {
    private static final int SHOWN = 20;
    private final Consumer<String> out;
    private int count;

    public Notes(Consumer<String> out) {
        this.out = out;
    }

    public void add(String sentence) {
        if (++count <= SHOWN) {
            out.accept(sentence);
        }
    }

    /** Says how many more there were. */
    public void end() {
        if (count > SHOWN) {
            out.accept("... and " + (count - SHOWN) + " more of that kind");
        }
    }
}
