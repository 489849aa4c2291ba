package io.contactsync.run;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.contactsync.contact.CurrentContactReader;
import io.contactsync.contact.FormerContacts;
import io.contactsync.contact.FormerContents;
import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Adopting;
import io.contactsync.core.CandidateMatch;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Kept;
import io.contactsync.core.Matching;
import io.contactsync.core.Plan;
import io.contactsync.core.SourceState;
import io.contactsync.journal.RecentCreates;

/**
 * Plans a mailbox in which contacts of a former tool become ours. Its list of ours plans nothing yet; that is done when
 * the tool's contacts were found. Where a source was not read completely nothing is matched: a name or a number may be
 * somebody's whom it did not name.
 */
final class AdoptPlanning implements Planning {

    private final AdoptOrder order;
    private final FormerContents contents;
    private final Matching matching;
    private final boolean isWhole;
    private final Map<ContactKey, RenderedContact> rendered;

    AdoptPlanning(AdoptOrder order, Run run) {
        this.order = order;
        this.rendered = run.given().rendered();
        this.isWhole = run.given().sources(SourceState.INCOMPLETE).isEmpty() && !rendered.isEmpty();
        this.contents = new FormerContents(rendered.values());
        this.matching = new Matching(contents.desired());
        run.tidings().gathered().former().know(contents);
    }

    @Override
    public Plan plan(MailboxTurn turn, Iterator<CurrentContact> current) {
        return new Plan(List.of(), 0, 0, Kept.NOTHING, Set.of());
    }

    /** The search in a mailbox, before it begins. */
    FormerContacts search(MailboxTurn turn) {
        return new FormerContacts(turn.mailbox(), order.marks(),
                new CurrentContactReader(turn.run().begun().category()), contents);
    }

    /** The plan of a mailbox in which the tool's contacts were found. */
    Plan plan(MailboxPlan planned, FormerContacts former) {
        if (!isWhole) {
            return planned.plan();
        }
        MailboxTurn turn = planned.turn();
        Brief brief = turn.brief();
        RecentCreates recent = brief.earlier().recent();
        List<CandidateMatch> matches = matching.of(former.found(), former.there()::contains,
                brief.ownCard(turn.mailbox()));
        turn.run().tidings().gathered().former().add(turn.mailbox(), matches);
        List<Change> changes = order.isListing() ? List.of()
                : new Adopting(turn.run().begun().category(), order.marks().category(), order.rest())
                .changes(matches, key -> rendered.get(key).hash(),
                        key -> !former.there().contains(key) && recent.contains(turn.mailbox(), key));
        return new Plan(changes, former.there().size(), 0, Kept.NOTHING, former.there());
    }
}
