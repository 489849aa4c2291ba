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
 * Plans a mailbox in which contacts of a former tool become ours, once they were found. Where a source was not read
 * completely nothing is looked for: a name or a number may be somebody's whom it did not name.
 */
final class AdoptPlanning implements Planning {

    static final Plan NOTHING = new Plan(List.of(), 0, 0, Kept.NOTHING, Set.of());

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

    /** What is ours is left as it is. */
    @Override
    public Plan plan(MailboxTurn turn, Iterator<CurrentContact> current) {
        current.forEachRemaining(contact -> { });
        return NOTHING;
    }

    @Override
    public FormerSearch search(MailboxTurn turn) {
        return !isWhole ? null : new FormerSearch(turn, new FormerContacts(turn.mailbox(), order.marks(),
                new CurrentContactReader(turn.run().begun().category()), contents), former -> plan(turn, former));
    }

    private Plan plan(MailboxTurn turn, FormerContacts former) {
        RecentCreates recent = turn.brief().earlier().recent();
        List<CandidateMatch> matches = matching.of(former.found(), former.there()::contains,
                turn.brief().ownCard(turn.mailbox()));
        turn.run().tidings().gathered().former().add(turn.mailbox(), matches);
        List<Change> changes = order.isListing() ? List.of()
                : new Adopting(turn.run().begun().category(), order.marks().category(), order.rest())
                .changes(matches, key -> rendered.get(key).hash(),
                        key -> !former.there().contains(key) && recent.contains(turn.mailbox(), key));
        return MailboxPlan.limited(turn,
                new Plan(changes, former.there().size(), 0, Kept.NOTHING, former.there()));
    }
}
