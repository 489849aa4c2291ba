package io.contactsync.cli.page;

/**
 * What a worker does, which has no schedule, no sources and no reports of its own.
 *
 * @param doing in a sentence
 * @param trouble why it can do nothing; empty if it can
 */
public record WorkerNow(String doing, String trouble) {

    /** Of what is no worker. */
    public static final WorkerNow NONE = new WorkerNow("", "");

    boolean isWorker() {
        return !doing.isEmpty();
    }
}
