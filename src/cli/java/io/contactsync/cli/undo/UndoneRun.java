package io.contactsync.cli.undo;

import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.journal.JournalLine;
import io.contactsync.journal.JournalReader;
import io.contactsync.journal.RunChanges;
import io.contactsync.run.Deed;
import io.contactsync.run.RunFolders;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunSettings;
import io.contactsync.run.Scope;
import io.contactsync.run.UndoOrder;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A run that is to be undone, as its journal tells.
 *
 * @param id the run's id
 * @param was what it was asked to do
 * @param past what it did to those who are asked about
 * @param asked who that is
 */
record UndoneRun(String id, String was, RunChanges past, Scope asked) {

    private static final String LATEST = "latest";

    /**
     * Finds it.
     *
     * @param run its id, or how it begins; {@code latest} is the latest one that was no plan
     * @param asked what of it is to be undone
     * @throws io.contactsync.run.UnreadableRunException if there is none
     * @throws io.contactsync.journal.JournalException if its journal is damaged
     * @throws ConfigurationException if it cannot be undone
     */
    static UndoneRun find(RunSettings settings, String run, Scope asked) {
        JournalReader journals = JournalReader.of(settings.runs());
        String id = run.equals(LATEST) ? latest(journals)
                : new RunFolders(settings.runs()).find(run).getFileName().toString();
        if (!journals.runs().contains(id)) {
            throw new ConfigurationException("the run " + id + " has no journal: what it did is not known, and cannot "
                    + "be undone");
        }
        UndoneRun found = new UndoneRun(id, was(journals, id), RunChanges.read(settings.runs(), id, asked::hasKey),
                asked);
        if (found.past.mode().equals(RunReport.DRY_RUN)) {
            throw new ConfigurationException("the run " + id + " was a plan and changed nothing: there is nothing to "
                    + "undo");
        }
        return found;
    }

    private static String latest(JournalReader journals) {
        List<String> runs = journals.runs();
        for (int place = runs.size() - 1; place >= 0; place--) {
            String mode = journals.first(runs.get(place)).map(line -> mode(line)).orElse("");
            if (!mode.isEmpty() && !mode.equals(RunReport.DRY_RUN)) {
                return runs.get(place);
            }
        }
        throw new ConfigurationException("there is no run that changed anything yet: nothing to undo");
    }

    /** Older versions do not say it. */
    private static String was(JournalReader journals, String id) {
        JournalLine line = journals.first(id).orElseThrow();
        return !line.text("undoes").isEmpty() ? "undo" : line.text("order").isEmpty() ? Deed.SYNC.order()
                : line.text("order");
    }

    private static String mode(JournalLine line) {
        return line.text("mode");
    }

    /** What takes it back: in the mailboxes only that it changed. */
    UndoOrder order() {
        Set<String> changed = new TreeSet<>(past.mailboxes());
        if (!asked.mailboxes().isEmpty()) {
            changed.retainAll(asked.mailboxes());
        }
        return new UndoOrder(id, was, new Scope(changed, asked.keys()));
    }
}
