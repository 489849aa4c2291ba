package io.contactsync.run;

import io.contactsync.contact.ContactRenderer;
import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Plan;
import io.contactsync.core.PresentContact;
import io.contactsync.core.UndoPlan;
import io.contactsync.core.UndoPlanner;
import io.contactsync.journal.RunChanges;
import io.contactsync.journal.StoredImage;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Plans mailboxes that are to be as they were before a run. */
final class UndoPlanning implements Planning {

    private final RunChanges past;
    private final PastContents contents;

    private UndoPlanning(RunChanges past, PastContents contents) {
        this.past = past;
        this.contents = contents;
    }

    /**
     * Reads what that run did, and what contacts held.
     *
     * @throws io.contactsync.journal.JournalException if its journal is damaged
     * @throws UnreadableRunException if what contacts held cannot be read
     */
    static UndoPlanning begin(UndoOrder order, Run undoing) {
        RunSettings settings = undoing.begun().settings();
        RunChanges past = RunChanges.read(settings.runs(), order.run(), order.scope()::hasKey);
        ContactRenderer renderer = new ContactRenderer(undoing.begun().category(), settings.instance());
        PastContents contents = undoing.images().contents(wanted(past.hashes()), renderer);
        undoing.tidings().plan().tell(contents::content);
        return new UndoPlanning(past, contents);
    }

    private static Predicate<StoredImage> wanted(Set<String> hashes) {
        return image -> hashes.contains(image.hash());
    }

    @Override
    public Plan plan(MailboxTurn turn, Iterator<CurrentContact> current) {
        return told(turn, UndoPlanner.plan(past.of(turn.mailbox()), current, turn.brief().policy(),
                key -> turn.brief().earlier().recent().contains(turn.mailbox(), key), contents::image));
    }

    @Override
    public Collection<String> asks(Plan plan) {
        return UndoPlanner.asks(plan);
    }

    @Override
    public Plan settle(MailboxTurn turn, Plan plan, Map<String, PresentContact> seen) {
        return told(turn, UndoPlanner.settle(plan, seen, turn.brief().policy(), contents::image));
    }

    private static Plan told(MailboxTurn turn, UndoPlan undo) {
        turn.run().tidings().plan().spare(turn.mailbox(), undo.spared());
        return undo.plan();
    }

    @Override
    public RenderedContact content(Change change, Map<ContactKey, RenderedContact> rendered) {
        return contents.content(change);
    }
}
