package io.contactsync.run;

/** The exit codes of the command line; those of a run say what became of it. */
public final class ExitCode {

    /** All that was to be done is done. */
    public static final int DONE = 0;
    /** The run failed, or not one mailbox went through. */
    public static final int FAILED = 1;
    /** The command line or the configuration is wrong. */
    public static final int USAGE = 2;
    /** Something was left: a mailbox, a change, or a part of a source. */
    public static final int PARTLY = 3;
    /** Something waits for a human. */
    public static final int HELD = 4;

    private ExitCode() {
    }
}
