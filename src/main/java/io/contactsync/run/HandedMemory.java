package io.contactsync.run;

import io.contactsync.core.KnownMailbox;
import io.contactsync.journal.MailboxFiles;
import io.contactsync.problem.Problem;

import java.io.IOException;

/** What is remembered of mailboxes that go to workers. */
final class HandedMemory {

    private final Run run;
    private final MailboxFiles files;

    HandedMemory(Run run) {
        this.run = run;
        this.files = new MailboxFiles(run.begun().settings().data());
    }

    /** As its file holds it. */
    byte[] known(String mailbox) {
        return MailboxFiles.packed(files.read(mailbox));
    }

    /** A run that only plans keeps nothing; what cannot be kept is said. */
    void keep(MailboxTurn turn, KnownMailbox known) {
        try {
            if (!turn.brief().dryRun()) {
                files.write(turn.mailbox(), known);
            }
        } catch (IOException unwritable) {
            run.tidings().findings().add(
                    Problem.of("what is known of mailboxes cannot be kept: " + unwritable.getMessage()));
        }
    }
}
