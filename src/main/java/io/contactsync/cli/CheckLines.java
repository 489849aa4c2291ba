package io.contactsync.cli;

import io.contactsync.contact.Sentences;

import java.io.PrintStream;
import java.util.concurrent.Callable;

/** The lines of {@code check}: each is tried whatever became of those before it. */
final class CheckLines {

    private final PrintStream out;
    private boolean good = true;

    CheckLines(PrintStream out) {
        this.out = out;
    }

    /** What a check says, or why it failed. */
    void line(String what, Callable<String> check) {
        try {
            print("ok", what, check.call());
        } catch (Exception failed) {
            good = false;
            print("FAIL", what, Sentences.of(failed));
        }
    }

    /** Works, but should be mended. */
    void warn(String what, String sentence) {
        print("warn", what, sentence);
    }

    private void print(String state, String what, String sentence) {
        out.printf("%-5s %-14s %s%n", state, what, sentence);
    }

    /** Whether nothing failed. */
    boolean isGood() {
        return good;
    }
}
