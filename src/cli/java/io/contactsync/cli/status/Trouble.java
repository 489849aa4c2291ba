package io.contactsync.cli.status;

import io.contactsync.core.Quarantine;
import io.contactsync.journal.DamagedStateException;
import io.contactsync.journal.QuarantineFile;
import io.contactsync.journal.RefusedContact;
import io.contactsync.journal.RefusedFile;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left alone for now, and until when.
 *
 * @param resting mailboxes
 * @param asked mailboxes that have failed, or were released or left out, and are asked by the next run
 * @param refused contacts
 * @param damage what is wrong with what is remembered of them, in sentences
 */
record Trouble(List<Resting> resting, List<Resting> asked, List<RefusedContact> refused, List<String> damage) {

    /**
     * A mailbox of which something is remembered.
     *
     * @param mailbox its owner's object id
     * @param quarantine why
     */
    record Resting(String mailbox, Quarantine quarantine) {
    }

    static Trouble read(Path data, Instant now) {
        List<Resting> resting = new ArrayList<>();
        List<Resting> asked = new ArrayList<>();
        List<RefusedContact> refused = new ArrayList<>();
        List<String> damage = new ArrayList<>();
        try {
            new QuarantineFile(data).read().forEach((mailbox, one) -> {
                if (!one.left(now).isZero()) {
                    resting.add(new Resting(mailbox, one));
                } else if (!one.outlook().isEmpty()) {
                    asked.add(new Resting(mailbox, one));
                }
            });
        } catch (DamagedStateException damaged) {
            damage.add(damaged.getMessage());
        }
        try {
            refused.addAll(new RefusedFile(data).read());
        } catch (DamagedStateException damaged) {
            damage.add(damaged.getMessage());
        }
        return new Trouble(List.copyOf(resting), List.copyOf(asked), List.copyOf(refused), List.copyOf(damage));
    }
}
