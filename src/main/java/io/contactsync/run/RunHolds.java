package io.contactsync.run;

import io.contactsync.core.Approvals;
import io.contactsync.core.ContactKey;
import io.contactsync.core.HeldChanges;
import io.contactsync.core.Hold;
import io.contactsync.core.Kept.Reason;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;
import io.contactsync.core.Plan;
import io.contactsync.journal.HoldsFile;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.KnownHold;
import io.contactsync.journal.SettingsMemory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** What a run holds and what it lets through, and what becomes of it. Told by all mailboxes at once. */
final class RunHolds {

    private static final Comparator<Hold> BY_SENTENCE = Comparator.comparing(Hold::sentence);

    private final String run;
    private final HoldsFile file;
    private final SettingsMemory settings;
    private final Fingerprint fingerprint;
    private final AtBegin begin;
    private final RunMeters meters;
    private final Map<String, Hold> ofSources = new ConcurrentHashMap<>();
    private final HeldChanges ofMailboxes = new HeldChanges();
    private final CarryingOut carryingOut = new CarryingOut();
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicInteger keeping = new AtomicInteger();
    private volatile List<KnownHold> open = List.of();

    RunHolds(String run, RunSettings settings, Fingerprint fingerprint, AtBegin begin) {
        this.run = run;
        this.file = new HoldsFile(settings.data());
        this.settings = new SettingsMemory(settings.data());
        this.meters = RunMeters.of(settings);
        this.fingerprint = fingerprint;
        this.begin = begin;
    }

    /** What a person lets through. */
    Approvals approvals() {
        return begin.approvals();
    }

    /** As the run found it. */
    AtBegin begin() {
        return begin;
    }

    /** Something about a source waits. */
    void hold(Hold hold) {
        ofSources.putIfAbsent(hold.id(), hold);
    }

    /**
     * A mailbox's guard has decided.
     *
     * @param waiting what is too much
     * @param through what is too much too, and a person lets it through
     */
    void guarded(Plan plan, List<Hold> waiting, List<Hold> through) {
        int held = plan.kept().of(Reason.HELD_SOURCE);
        if (held > 0) {
            kept.addAndGet(held);
            keeping.incrementAndGet();
        }
        waiting.forEach(ofMailboxes::add);
        through.forEach(hold -> carryingOut.begin(hold, plan));
    }

    void came(String mailbox, Outcome outcome) {
        carryingOut.came(mailbox, outcome);
    }

    void ended(MailboxResult result) {
        carryingOut.ended(result);
    }

    boolean isAnythingHeld() {
        return !ofSources.isEmpty() || !ofMailboxes.isEmpty();
    }

    /** Whether all that is held stays so because a person wants it to; asked after {@link #close}. */
    boolean isAllRejected() {
        return !open.isEmpty() && open.stream().allMatch(KnownHold::isRejected);
    }

    /** All that this run held: of sources first, then of mailboxes, one a kind and cause. */
    List<Hold> all() {
        List<Hold> all = new ArrayList<>(ofSources.values().stream().sorted(BY_SENTENCE).toList());
        all.addAll(ofMailboxes.holds());
        return all;
    }

    /** How far the run came, as far as it is known here. */
    CarryingOut carryingOut() {
        return carryingOut;
    }

    /** The configuration of an accepted run: what is held later is compared with it. */
    void accept() {
        if (!fingerprint.parts().isEmpty()) {
            settings.write(fingerprint.parts());
        }
    }

    /**
     * The run is over: remembers what waits now.
     *
     * @param names display name of a contact, by its key as shown; null if it is not known
     * @return what became of holds that have ended, in sentences
     * @throws JournalException if it cannot be remembered
     */
    List<String> close(RunReach reach, Instant began, Function<ContactKey, String> names) {
        List<KnownHold> raised = raised(began, names);
        open = raised;
        if (raised.isEmpty() && begin.known().isEmpty() && begin.damage() == null) {
            meters.holds(List.of());
            return List.of();
        }
        HoldsAfter after = new HoldsAfter(reach);
        List<KnownHold> now = file.update(known -> after.of(known, raised));
        meters.holds(now);
        open = now.stream().filter(hold -> hold.run().equals(run)).toList();
        return after.ended();
    }

    private List<KnownHold> raised(Instant began, Function<ContactKey, String> names) {
        List<Hold> all = all();
        Optional<List<String>> changed = all.isEmpty() ? Optional.empty() : settings.changed(fingerprint.parts());
        return all.stream().map(hold -> known(hold, changed, began, names)).toList();
    }

    private KnownHold known(Hold hold, Optional<List<String>> changed, Instant began,
            Function<ContactKey, String> names) {
        boolean only = ofSources.values().stream().filter(other -> other.kind() == Hold.Kind.VANISHED).count() == 1;
        boolean counted = only && hold.kind() == Hold.Kind.VANISHED;
        boolean mailboxes = hold.kind().isOfMailboxes();
        return new KnownHold(hold.id(), hold.kind(), hold.subject(), hold.sentence(), hold.cause(),
                hold.keys().stream().map(ContactKey::text).sorted().toList(),
                hold.keys().stream().map(names).filter(name -> name != null && !name.isEmpty()).sorted().toList(),
                mailboxes ? hold.part() : counted ? kept.get() : 0,
                mailboxes ? hold.members().size() : counted ? keeping.get() : 0, hold.members(),
                changed.isPresent() && !fingerprint.parts().isEmpty(), Reasons.first(hold, changed.orElse(List.of())),
                began, run, null, false);
    }

    /** All that is held, as people see it; asked after {@link #close}. */
    List<OpenHold> open() {
        return open.stream().map(OpenHold::of).toList();
    }
}
