package io.contactsync.cli.status;

import io.contactsync.cli.words.Fates;
import io.contactsync.core.Drifted.Fate;
import io.contactsync.run.DriftLine;
import io.contactsync.run.RunFolder;
import io.contactsync.run.RunReport;
import io.contactsync.run.UnreadableRunException;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Contacts of ours that are left as their owners have them, as a run saw it.
 *
 * @param all each of them that is told by name
 * @param sentence how many there are
 */
record OwnersDoings(List<One> all, String sentence) {

    static final OwnersDoings NONE = new OwnersDoings(List.of(), "");

    private static final Set<Fate> LEFT = Set.of(Fate.RELEASED, Fate.DELETED, Fate.REPORTED, Fate.RESPECTED);

    /**
     * One of them.
     *
     * @param person whose contact
     * @param mailbox in whose mailbox
     * @param what was done to it
     */
    record One(String person, String mailbox, String what) {

        String told() {
            return person + " in the mailbox of " + mailbox + ": " + what;
        }
    }

    /** As the run of that folder saw it; none if it cannot be read. */
    static OwnersDoings of(Path folder) {
        try {
            RunReport run = RunFolder.withoutChanges(folder);
            String sentence = Stream.of(Fate.values())
                    .filter(fate -> LEFT.contains(fate) && run.drift().contacts(fate) > 0)
                    .map(fate -> Fates.sentence(run, fate)).collect(Collectors.joining("; "));
            return new OwnersDoings(run.drift().lines().stream().filter(line -> LEFT.contains(line.fate()))
                    .map(line -> one(line, run)).toList(), sentence);
        } catch (UnreadableRunException damaged) {
            return NONE;
        }
    }

    private static One one(DriftLine line, RunReport run) {
        boolean known = line.mailbox() >= 0 && line.mailbox() < run.mailboxes().size();
        return new One(line.name().isEmpty() ? line.key().text() : line.name(),
                known ? run.mailboxes().get(line.mailbox()).called() : "", Fates.word(line.fate(), run.isPlan()));
    }
}
