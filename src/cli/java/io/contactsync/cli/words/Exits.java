package io.contactsync.cli.words;

import io.contactsync.run.ExitCode;
import io.contactsync.run.RunReport;

/** Exit codes in words: for the help, and in one or two words for what became of a run. */
public final class Exits {

    public static final String DONE = "0:done: all that was to be done is done";
    public static final String FAILED =
            "1:failed: the run could not be carried out, or not one mailbox went through";
    public static final String USAGE = "2:usage or configuration is wrong";
    public static final String PARTLY =
            "3:partly done: a mailbox, a change or a part of a source was left; the next run goes on";
    public static final String HELD =
            "4:held: something exceeds a guard and waits for a person: see 'contact-sync holds'";
    public static final String TOLD_TO_END = "129, 130, 143:ended by a hangup, Ctrl-C or SIGTERM: "
            + "what was in flight was waited for; the next run goes on";

    private static final int BY_SIGNAL = 128;

    private Exits() {
    }

    /** In one or two words. */
    public static String word(int exit) {
        return switch (exit) {
            case ExitCode.DONE -> "done";
            case ExitCode.FAILED -> "failed";
            case ExitCode.USAGE -> "wrong usage";
            case ExitCode.PARTLY -> "partly done";
            case ExitCode.HELD -> "held";
            default -> exit > BY_SIGNAL ? "told to end" : "exit " + exit;
        };
    }

    /** What became of a run; a plan has done nothing. */
    public static String word(RunReport run) {
        return !run.isPlan() ? word(run.exit()) : switch (run.exit()) {
            case ExitCode.DONE -> "planned";
            case ExitCode.PARTLY -> "part planned";
            default -> word(run.exit());
        };
    }
}
