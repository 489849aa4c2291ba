package io.contactsync.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.core.Acquaintance;
import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Freshness;
import io.contactsync.core.HiddenKey;
import io.contactsync.core.KnownMailbox;
import io.contactsync.core.Limits;
import io.contactsync.core.Look;
import io.contactsync.core.Plan;
import io.contactsync.core.Planner;
import io.contactsync.core.Step;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphItemResponse;
import io.contactsync.microsoftgraph.GraphRequest;
import io.contactsync.run.Brief;
import io.contactsync.run.MailboxPlan;
import io.contactsync.run.MailboxTurn;
import io.contactsync.run.Mailboxes;
import io.contactsync.source.SourceContacts;

import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The engine that ships, and engines that are wrong on purpose, which a simulation must catch to prove anything. */
enum EngineVariant {
    AS_SHIPPED,
    /** As shipped, on two machines: after a crash the other one may go on, with what they share. */
    ON_TWO_MACHINES,
    /** As shipped, and mailboxes are done by workers. */
    ON_WORKERS,
    /** On workers, and a mailbox is given to whoever asks for it. */
    TWO_HANDS,
    /** On workers that send whether or not their journal took the intents and the mailbox is theirs. */
    SENDS_UNTOLD,
    /** On workers that do not look once more, right before they send, whether the mailbox is theirs. */
    WAKES_WITHOUT_LEASE,
    /** On two machines, and what is written is shared when the run has ended. */
    SHARES_AFTERWARDS,
    /** On two machines, and one that was taken for dead sends what it was about to. */
    WAKES_AND_SENDS,
    /** Sends a create again after an answer that proves nothing. */
    BLIND_RETRY,
    /** Looks for the contact after such an answer, and sends the create again if no list shows it. */
    SEARCH_THEN_RETRY,
    /** Takes the mailbox's list for the truth at once. */
    NO_SETTLE,
    /** Concludes from an incomplete source that the rest is gone. */
    DELETES_WHILE_INCOMPLETE,
    /** Deletes however many its sources do not name any more. */
    NO_SOURCE_GUARD,
    /** Deletes however many in one mailbox. */
    NO_MAILBOX_GUARD,
    /** Does not hear Retry-After. */
    DEAF_TO_RETRY_AFTER,
    /** Hears what the mailbox is told to wait, and not what one change is. */
    DEAF_TO_ONE,
    /** Takes what is written for what is on the disk. */
    NO_FSYNC,
    /** Writes its intents when it knows what became of them. */
    INTENTS_AFTERWARDS,
    /** Takes the visible category alone for the proof of ownership. */
    CATEGORY_IS_PROOF,
    /** Takes a contact for its own that is called like one. */
    MATCHES_BY_NAME,
    /** Measures ages by the machine's clock, whatever it has done meanwhile. */
    WALL_CLOCK_AGES,
    /** Leaves out journals whose file looks old by the machine's clock. */
    FILE_TIMES,
    /** Takes a data folder that is empty for one that knows of every create. */
    YOUNG_FOLDER_TRUSTED,
    /** Sends updates without looking at their contacts once more. */
    NO_SECOND_LOOK,
    /** Sees the default folder only. */
    IGNORES_FOLDERS,
    /** Takes every copy for an equal one. */
    SWEEPS_EDITED_COPIES,
    /** Creates although somebody else has just created there. */
    IGNORES_STRANGERS,
    /** Does with every contact of a key what is due for one. */
    CHANGES_COPIES,
    /** Takes a link that is gone for a mailbox in which nothing has changed. */
    DELTA_TRUSTED_WHEN_GONE,
    /** Does not hear which contacts are gone. */
    DELTA_WITHOUT_REMOVALS;

    private static final int ANY = Integer.MAX_VALUE;

    /** Whether another machine goes on soon after each crash, as it must for what is wrong to show at all. */
    boolean isFollowedSoon() {
        return this == SHARES_AFTERWARDS;
    }

    boolean isOfDeltas() {
        return name().startsWith("DELTA");
    }

    boolean isOnWorkers() {
        return ordinal() >= ON_WORKERS.ordinal() && ordinal() <= WAKES_WITHOUT_LEASE.ordinal();
    }

    /** What it does before it sends. */
    void intends(Runnable writes) {
        try {
            if (this != INTENTS_AFTERWARDS) {
                writes.run();
            }
        } catch (RuntimeException refused) {
            if (this != SENDS_UNTOLD) {
                throw refused;
            }
        }
    }

    boolean hearsGraphsTime() {
        return this != WALL_CLOCK_AGES;
    }

    /** How many people may vanish from a source, and contacts from a mailbox, before a human is asked. */
    Limits limits() {
        Limits right = Machine.LIMITS;
        return this == NO_SOURCE_GUARD ? new Limits(ANY, 100, 100, right.deletesMin(), right.deletesPercent()) : right;
    }

    void betweenRuns(Machine machine) {
        if (this == FILE_TIMES) {
            machine.forgetJournalsOlderThan(Machine.SETTLE);
        } else if (this == YOUNG_FOLDER_TRUSTED) {
            machine.pretendAnOldFolder();
        }
    }

    /** What it takes its sources' readings for. */
    List<SourceContacts> collected(List<SourceContacts> sources) {
        return this != DELETES_WHILE_INCOMPLETE ? sources
                : sources.stream().map(source -> new SourceContacts(source.source(), source.contacts(), List.of(),
                        source.counts(), List.of(), "")).toList();
    }

    /** What it sees of the mailbox's list. */
    List<CurrentContact> seen(Server server) {
        List<CurrentContact> list = server.list();
        if (this == MATCHES_BY_NAME) {
            list.addAll(server.called("Person p1"));
        }
        return this == IGNORES_FOLDERS ? list.stream().filter(CurrentContact::inDefault).toList() : list;
    }

    /** What it takes for a proof of ownership. */
    CurrentContact proved(CurrentContact contact) {
        boolean claim = contact.key() == null
                && (this == CATEGORY_IS_PROOF && contact.category() || this == MATCHES_BY_NAME);
        return claim
                ? new CurrentContact(contact.id(), "", true,
                        new HiddenKey(World.INSTANCE, new ContactKey(World.COLLEAGUES, "p1")), "")
                : contact;
    }

    MailboxPlan plan(Mailboxes mailboxes, MailboxTurn turn, Iterator<CurrentContact> list, Instant now) {
        if (this == CHANGES_COPIES) {
            MailboxPlan right = mailboxes.plan(turn, list);
            return new MailboxPlan(turn, withoutSweeps(right.plan()), right.holds(), right.shaky(),
                    right.unread());
        }
        if (this != NO_SETTLE && this != IGNORES_STRANGERS) {
            return mailboxes.plan(turn, list);
        }
        Brief brief = turn.task().brief();
        Set<ContactKey> own = Set.of(new ContactKey(World.COLLEAGUES, turn.mailbox()),
                new ContactKey(World.CUSTOMERS, turn.mailbox()));
        Plan plan = Planner.plan(brief.desired(), own, list, brief.policy(),
                key -> this != NO_SETTLE && brief.earlier().recent().contains(turn.mailbox(), key),
                new Freshness(now, Machine.SETTLE, key -> this == IGNORES_STRANGERS
                        || brief.earlier().recent().isMade(turn.mailbox(), key)),
                Acquaintance.of(KnownMailbox.NOTHING, brief.drift(), now), brief.drift());
        return new MailboxPlan(turn, plan, List.of(), false);
    }

    private static Plan withoutSweeps(Plan plan) {
        List<Change> all = plan.changes().stream().map(change -> !change.isSweep() ? change
                : plan.changes().stream().filter(other -> !other.isSweep() && other.key().equals(change.key()))
                        .findFirst().map(other -> sameTo(change, other)).orElse(change)).sorted().toList();
        return new Plan(all, plan.managed(), plan.unchanged(), plan.kept(), plan.apart(), plan.touched(), plan.drift());
    }

    private static Change sameTo(Change copy, Change counts) {
        return counts.action() == Action.DELETE
                ? Change.delete(copy.key(), copy.contactId(), counts.reason(), copy.changeKey(), copy.before())
                : Change.update(copy.key(), copy.contactId(), counts.reason(), copy.changeKey(), copy.before(),
                        counts.after());
    }

    MailboxPlan guard(Mailboxes mailboxes, MailboxPlan planned) {
        return this == NO_MAILBOX_GUARD ? planned : mailboxes.guard(planned);
    }

    /** What it makes of what a second look shows. */
    GraphBatchResponse believed(Step step, GraphBatchResponse seen) {
        if (this != NO_SECOND_LOOK && this != SWEEPS_EDITED_COPIES) {
            return seen;
        }
        Map<String, GraphItemResponse> items = new HashMap<>(seen.items());
        for (int place = 0; place < step.look().questions().size(); place++) {
            Look.Question question = step.look().questions().get(place);
            String id = Integer.toString(place + 1);
            GraphItemResponse item = items.get(id);
            if (item != null && item.body() instanceof ObjectNode body) {
                believe(step, question, body);
            }
        }
        return new GraphBatchResponse(seen.status(), seen.sent(), seen.code(), seen.message(), seen.retryAfter(),
                items, "c", "r");
    }

    private void believe(Step step, Look.Question question, ObjectNode body) {
        if (this == NO_SECOND_LOOK && question.what() == Look.What.MARKS) {
            ContactKey key = step.state().flying().stream().map(pending -> pending.change())
                    .filter(change -> question.contactId().equals(change.contactId())).findFirst().orElseThrow().key();
            body.putArray("categories").add(World.CATEGORY);
            body.putArray(HiddenProperties.MEMBER).addObject().put("id", HiddenProperties.KEY).put("value",
                    new HiddenKey(World.INSTANCE, key).text());
        } else if (this == SWEEPS_EDITED_COPIES && question.what() == Look.What.WHOLE) {
            body.retain("id", "changeKey", "categories", HiddenProperties.MEMBER);
        }
    }

    /** What it makes of an answer. */
    GraphBatchResponse heard(Server server, List<GraphRequest> batch, GraphBatchResponse answer) {
        return switch (this) {
            case BLIND_RETRY -> BlindAnswers.of(batch, answer, request -> true);
            case SEARCH_THEN_RETRY -> BlindAnswers.of(batch, answer, request -> !server.lists(request));
            case DEAF_TO_RETRY_AFTER -> BlindAnswers.withoutWait(answer);
            case DEAF_TO_ONE -> BlindAnswers.withoutWaits(answer);
            default -> answer;
        };
    }
}
