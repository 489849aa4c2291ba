package io.contactsync.cli.check;

import io.contactsync.problem.Sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The lines of {@code check}: each is tried whatever became of those before it. */
final class CheckLines {

    private final Consumer<CheckLine> told;
    private final List<CheckLine> all = new ArrayList<>();

    /** @param told hears each line as soon as it is known */
    CheckLines(Consumer<CheckLine> told) {
        this.told = told;
    }

    /**
     * What a check says, or why it failed.
     *
     * @return whether it went well
     */
    boolean line(String what, String about, Callable<String> check) {
        try {
            add(CheckLine.State.OK, what, about, check.call());
            return true;
        } catch (Exception failed) {
            add(CheckLine.State.FAILED, what, about, Sentences.of(failed));
            return false;
        }
    }

    boolean line(String what, Callable<String> check) {
        return line(what, "", check);
    }

    /** Works, but should be mended. */
    void warn(String what, String about, String sentence) {
        add(CheckLine.State.WARNING, what, about, sentence);
    }

    void fail(String what, String about, String sentence) {
        add(CheckLine.State.FAILED, what, about, sentence);
    }

    /** @param why in a few words: the reason itself has been said on a line before */
    void untried(String what, String about, String why) {
        add(CheckLine.State.UNTRIED, what, about, why);
    }

    private void add(CheckLine.State state, String what, String about, String sentence) {
        CheckLine line = new CheckLine(state, what, about, sentence);
        all.add(line);
        told.accept(line);
    }

    List<CheckLine> all() {
        return all;
    }

    /** Whether a line about that failed. */
    boolean isFailed(String what) {
        return all.stream().anyMatch(line -> line.state() == CheckLine.State.FAILED && line.what().equals(what));
    }

    int count(CheckLine.State state) {
        return (int) all.stream().filter(line -> line.state() == state).count();
    }
}
