package io.contactsync.cli.check;

import java.util.Locale;

/**
 * One thing that {@code check} has looked at.
 *
 * @param state how it is
 * @param what the kind of thing, for example {@code source}
 * @param about which one of them; empty where there is but one
 * @param sentence what was found
 */
record CheckLine(State state, String what, String about, String sentence) {

    /** How a thing is: a mark, and a word for those who read neither marks nor colours. */
    enum State {
        OK("ok", ""), WARNING("!", "warning"), FAILED("x", "failed"), UNTRIED("-", "not tried");

        private final String mark;
        private final String word;

        State(String mark, String word) {
            this.mark = mark;
            this.word = word;
        }

        /** {@code x failed}, or just {@code ok}. */
        String words() {
            return (mark + " " + word).strip();
        }

        /** One word, for scripts. */
        String forScripts() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which one, and what was found. */
    String told() {
        return about.isEmpty() ? sentence : about + ": " + sentence;
    }
}
