package io.contactsync.run;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Plan;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.SharedChanges;
import io.contactsync.core.SharedChanges.Shared;
import io.contactsync.core.Spared;
import io.contactsync.journal.SaltedSettings;
import io.contactsync.problem.Problem;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The plan of a whole run: gathered mailbox by mailbox, held against an earlier one if that is carried out, told to
 * people, stored.
 */
final class RunPlan {

    private final RunSettings settings;
    private final RunRequest request;
    private final String category;
    private final Fingerprint fingerprint;
    private final Gathered gathered;
    private final Agreement agreement;
    private final SharedChanges shared = new SharedChanges();
    private final SparedContacts spared = new SparedContacts();
    private volatile Map<ContactKey, RenderedContact> now = Map.of();
    private volatile Set<String> certain = Set.of();
    private volatile Told told;

    /** @param carriedOut the plan that is carried out; null if none is */
    RunPlan(Begun begun, StoredPlan carriedOut, Fingerprint fingerprint, Gathered gathered) {
        this.settings = begun.settings();
        this.request = begun.request();
        this.category = begun.category();
        this.fingerprint = fingerprint;
        this.gathered = gathered;
        this.agreement = carriedOut == null ? null : new Agreement(carriedOut, this::hash);
        this.told = new Told(Map.of(), Map.of(), gathered.former(), settings.data());
    }

    private String hash(PlannedChange change) {
        RenderedContact named = request.order().isOfSources() ? now.get(change.key()) : null;
        return request.order().isOfSources() ? named == null ? null : named.hash() : change.after();
    }

    /** The sources were read and judged. */
    void know(Map<ContactKey, RenderedContact> rendered, SourceVerdicts verdicts) {
        now = rendered;
        certain = verdicts.certain();
        told = new Told(rendered, verdicts.remembered(), gathered.former(), settings.data());
    }

    /** The changes are not told by what the sources name, but by those contents. */
    void tell(BiFunction<ContactKey, String, RenderedContact> contents) {
        told = new Told(contents, gathered.former(), settings.data());
    }

    /**
     * Keeps the contents that are about to be written; what goes wrong with it costs no run. A plan keeps nothing,
     * nor does a run that reads no source.
     */
    Optional<Problem> keepContents(Instant at) {
        if (request.dryRun() || !request.order().isOfSources()) {
            return Optional.empty();
        }
        return new LastContents(settings, now.values(), certain).keep(at);
    }

    /** Whether an earlier plan is carried out. */
    boolean isCarriedOut() {
        return agreement != null;
    }

    /** What may be done of a mailbox's plan if an earlier one is carried out. */
    Plan agreed(MailboxPlan planned) {
        return agreement.of(planned);
    }

    /** A mailbox was planned. */
    void add(MailboxPlan planned) {
        int place = gathered.place(planned.mailbox());
        if (place >= 0) {
            shared.add(place, planned.plan().changes());
        }
    }

    /** What a mailbox's plan leaves as it is, although it would be due. */
    void spare(String mailbox, List<Spared> contacts) {
        spared.add(gathered.place(mailbox), contacts);
        if (agreement != null) {
            contacts.forEach(contact -> agreement.spare(mailbox, contact.key()));
        }
    }

    /** All that was spared, by name. */
    List<SparedContact> spared() {
        return spared.all(told::name);
    }

    /** Each change that mailboxes share. */
    Set<Shared> shared() {
        return shared.all().keySet();
    }

    /** All changes that were gathered, each shared one once. */
    List<PlannedChange> changes() {
        return told.changes(shared.all());
    }

    /** What has moved since the plan that is carried out. */
    Moved moved() {
        return agreement == null ? new Moved() : agreement.moved(mailbox -> gathered.place(mailbox) >= 0);
    }

    /** The same in sentences. */
    List<String> sentences() {
        return moved().sentences(this::called, gathered::called);
    }

    /** The display name of a contact; empty if it is not known. */
    String name(ContactKey key) {
        return told.name(key);
    }

    /** What people call a contact. */
    String called(ContactKey key) {
        String name = told.name(key);
        return name.isEmpty() ? key.text() : name;
    }

    /** As it is stored; nothing as long as the mailboxes are not known. */
    Optional<StoredPlan> stored(RunReport report) {
        List<String> mailboxes = gathered.ids();
        return mailboxes.isEmpty() ? Optional.empty()
                : Optional.of(new StoredPlan(head(report), mailboxes, report.changes()));
    }

    private StoredPlan.Head head(RunReport report) {
        SaltedSettings salted = fingerprint.parts().isEmpty() ? null : SaltedSettings.of(fingerprint.parts());
        return new StoredPlan.Head(PlanFile.VERSION, report.id(), report.kind(), report.began(), report.instance(),
                category, fingerprint.whole(), salted, report.exit(), request.approvals(), request.adopted(),
                request.order());
    }
}
