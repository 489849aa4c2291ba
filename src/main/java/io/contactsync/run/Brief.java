package io.contactsync.run;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Approvals;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Desired;
import io.contactsync.core.DispatchRules;
import io.contactsync.core.DriftRules;
import io.contactsync.core.Hold;
import io.contactsync.core.Limits;
import io.contactsync.core.Policy;
import io.contactsync.journal.EarlierRuns;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What every mailbox of a run is decided by: made once, of what the sources gave and earlier runs left, and never
 * changed. A run has one, so it is known by its run.
 *
 * @param run the run's id
 * @param dryRun whether nothing is written
 * @param order what the run is to do
 * @param planning how its mailboxes are planned
 * @param limits what needs no human
 * @param rules how patiently a mailbox is written
 * @param drift how contacts that others touch are dealt with
 * @param rendered the contacts as they go over the wire, by key
 * @param desired the same as plans see them
 * @param policy what a plan has to respect
 * @param approvals what a human lets through
 * @param earlier what earlier runs left
 */
public record Brief(String run, boolean dryRun, Order order, Planning planning, RunSettings settings, Limits limits,
        DispatchRules rules, DriftRules drift, Map<ContactKey, RenderedContact> rendered, Desired desired,
        Policy policy, Approvals approvals, EarlierRuns earlier) {

    public Brief {
        rendered = Collections.unmodifiableMap(rendered);
    }

    /** The same for a mailbox whose earlier runs another machine knows. */
    Brief with(EarlierRuns known) {
        return new Brief(run, dryRun, order, planning, settings, limits, rules, drift, rendered, desired, policy,
                approvals, known);
    }

    /** A contact as it goes over the wire; null if nobody names it. */
    RenderedContact rendered(ContactKey key) {
        return rendered.get(key);
    }

    /** What a change writes. */
    RenderedContact content(Change change) {
        return planning.content(change, rendered);
    }

    /** Whether what a mailbox's guard would hold goes all the same. */
    boolean lets(Hold mailbox) {
        return order.isApproved() || approvals.lets(mailbox);
    }

    /** Display name of a contact; empty if nobody names it. */
    String name(ContactKey key) {
        RenderedContact contact = rendered.get(key);
        return contact == null ? "" : contact.name();
    }

    /** Keys of the mailbox owner's own card, as far as it is not to stand there. */
    Set<ContactKey> ownCard(String mailbox) {
        return settings.ownCard() ? Set.of() : settings.sources().stream()
                .map(source -> new ContactKey(source, mailbox)).collect(Collectors.toSet());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Brief brief && brief.run.equals(run);
    }

    @Override
    public int hashCode() {
        return run.hashCode();
    }

    /** A log that shows the body of a route must not show whom it names. */
    @Override
    public String toString() {
        return "Brief[run=" + run + "]";
    }
}
