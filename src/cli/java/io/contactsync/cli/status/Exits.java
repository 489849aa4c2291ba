package io.contactsync.cli.status;

import io.contactsync.run.ExitCode;

/** Exit codes in words, as {@code --help} explains them. */
final class Exits {

    private static final int BY_SIGNAL = 128;

    private Exits() {
    }

    /** In one or two words. */
    static String word(int exit) {
        return switch (exit) {
            case ExitCode.DONE -> "done";
            case ExitCode.FAILED -> "failed";
            case ExitCode.USAGE -> "wrong usage";
            case ExitCode.PARTLY -> "partly done";
            case ExitCode.HELD -> "held";
            default -> exit > BY_SIGNAL ? "told to end" : "exit " + exit;
        };
    }
}
