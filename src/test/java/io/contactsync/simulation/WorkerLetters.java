package io.contactsync.simulation;

import io.contactsync.run.TakenMailbox;
import io.contactsync.workers.Letter.Kind;

import java.util.ArrayDeque;
import java.util.Deque;

/** The letters of a worker's process, step by step as the route {@code write-letters} writes them. */
final class WorkerLetters {

    private static final long BEAT_PATIENCE = 3_000;
    private static final long PATIENCE = 20_000;
    private static final long AFTER_SILENCE = 1_000;

    private final WorkerMachine worker;
    private final Post post;
    private final Deque<Runnable> behind = new ArrayDeque<>();
    private TakenMailbox joining;

    WorkerLetters(WorkerMachine worker, Post post) {
        this.worker = worker;
        this.post = post;
    }

    /** Writes until there is nothing more to say, and then goes on with that. */
    void write(TakenMailbox mailbox, Runnable then) {
        if (!mailbox.isWriting()) {
            then.run();
            return;
        }
        byte[] letter = mailbox.letter();
        boolean beat = mailbox.isWriting(Kind.BEAT);
        if (!beat) {
            worker.perhapsCrash();
        }
        post.ask(letter, beat ? BEAT_PATIENCE : PATIENCE,
                answer -> worker.after(answer == null ? AFTER_SILENCE : 0, () -> hear(mailbox, answer, then), this));
    }

    /** Of several that have come into a run one asks for what they share, and the others wait for it. */
    private void hear(TakenMailbox mailbox, byte[] answer, Runnable then) {
        if (joining != null && joining != mailbox && mailbox.isWriting(Kind.TAKE)) {
            behind.add(() -> hear(mailbox, answer, then));
            return;
        }
        mailbox.heard(answer);
        if (mailbox.isWriting(Kind.CLAIM)) {
            joining = mailbox;
        } else if (joining == mailbox) {
            joining = null;
            behind.forEach(each -> worker.after(0, each, this));
            behind.clear();
        }
        write(mailbox, then);
    }
}
