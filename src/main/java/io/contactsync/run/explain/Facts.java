package io.contactsync.run.explain;

import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Ownership;
import io.contactsync.journal.JournalLine;
import io.contactsync.run.RunSettings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts facts together: what the data folder tells, and what a look into the directory and the mailbox has shown. */
public final class Facts {

    private final Records records;
    private final RunSettings settings;
    private final Instant now;

    /** @param now what ages are counted from */
    public Facts(Records records, RunSettings settings, Instant now) {
        this.records = records;
        this.settings = settings;
        this.now = now;
    }

    /**
     * Of one person and one mailbox.
     *
     * @param target whether the mailbox is a target, if somebody has asked; null else
     * @param looked what a look into it has shown; null if nobody looked
     */
    public PairFacts pair(Someone who, Account account, Owner owner, Boolean target, Look looked) {
        History history = History.of(records.ofMailbox(owner.id()), who.key());
        return pair(who, account, owner, isTarget(owner, target), history, looked, records.crowd().twins(who),
                new HashMap<>());
    }

    private PairFacts pair(Someone who, Account account, Owner owner, Boolean target, History history, Look looked,
            List<Someone> twins, Map<String, Set<ContactKey>> known) {
        return new PairFacts(who, account, records.state(who.source()), owner.id(), owner.called(),
                new PairFacts.Typed(records.crowd().typed(who), owner.address().isEmpty() ? owner.id()
                        : owner.address()), target, records.latest(), history.refused(records.refusal(who)),
                looked == null ? null : looked.of(who), twins, rules(),
                remembered(who, known), isRecent(owner, who), now);
    }

    private boolean isRecent(Owner owner, Someone who) {
        return who.key() != null && records.recent(now).contains(owner.id(), who.key());
    }

    private PairFacts.Rules rules() {
        return new PairFacts.Rules(settings.instance(), settings.ownCard(), settings.settle());
    }

    /** Whoever was told; else by the latest run, if it came to any mailbox. */
    private Boolean isTarget(Owner owner, Boolean told) {
        if (told != null || records.latest() == null || records.latest().boxes().isEmpty()) {
            return told;
        }
        return records.latest().boxes().containsKey(owner.id());
    }

    /** Of one person in all mailboxes. */
    public PersonFacts person(Someone who, Account account) {
        return new PersonFacts(who, account, records.state(who.source()), records.latest(),
                records.histories(who.key()), rules(), remembered(who, new HashMap<>()), records.owners().names(),
                records.refusal(who), records.crowd().typed(who));
    }

    private boolean remembered(Someone who, Map<String, Set<ContactKey>> known) {
        return who.key() != null
                && known.computeIfAbsent(who.source(), records::remembered).contains(who.key().shown());
    }

    /** Of one mailbox: everybody whom the sources name, and those who are still there although nobody names them. */
    public BoxFacts box(Owner owner, Boolean target, Look looked) {
        List<JournalLine> lines = records.ofMailbox(owner.id());
        Map<String, List<JournalLine>> byKey = new HashMap<>();
        for (JournalLine line : lines) {
            if (History.isPlan(line)) {
                byKey.values().forEach(own -> own.add(line));
            } else if (!line.key().isEmpty()) {
                byKey.computeIfAbsent(line.key(), none -> new ArrayList<>()).add(line);
            }
        }
        Map<String, Set<ContactKey>> known = new HashMap<>();
        List<PairFacts> pairs = records.crowd().all().stream().filter(Someone::isNamed).map(who -> {
            List<JournalLine> own = byKey.getOrDefault(who.key().shown().text(),
                    byKey.getOrDefault(who.key().text(), List.of()));
            return pair(who, Account.NOT_ASKED, owner, isTarget(owner, target), History.of(own), looked, List.of(),
                    known);
        }).toList();
        int unproven = looked == null ? 0 : looked.count(Ownership.UNPROVEN, settings.instance());
        return new BoxFacts(owner.id(), owner.called(), isTarget(owner, target), records.latest(), Records.boxes(lines),
                looked == null ? null : looked.failure(), unproven, pairs);
    }

    /**
     * A look into a mailbox.
     *
     * @param contacts all that carry a mark of ours; marks and versions only
     * @param failure why it could not be read; empty if it could
     */
    public record Look(Map<String, List<CurrentContact>> contacts, List<CurrentContact> all, String failure) {

        /** A look that has shown those. */
        public static Look at(List<CurrentContact> all) {
            Map<String, List<CurrentContact>> byKey = new HashMap<>();
            Set<String> ids = new HashSet<>();
            all.stream().filter(contact -> contact.key() != null && ids.add(contact.id()))
                    .forEach(contact -> byKey.computeIfAbsent(contact.key().key().text(), none -> new ArrayList<>())
                    .add(contact));
            return new Look(byKey, all, "");
        }

        /** A look that failed. */
        public static Look failed(String why) {
            return new Look(Map.of(), List.of(), why);
        }

        Seen of(Someone who) {
            return new Seen(who.key() == null ? List.of() : contacts.getOrDefault(who.key().text(), List.of()),
                    failure);
        }

        int count(Ownership ownership, String instance) {
            return (int) all.stream().filter(contact -> contact.ownership(instance) == ownership).count();
        }
    }
}
