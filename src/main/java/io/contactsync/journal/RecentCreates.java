package io.contactsync.journal;

import io.contactsync.core.ContactKey;
import io.contactsync.core.Fnv;
import io.contactsync.core.MatchedBy;
import io.contactsync.core.Outcome;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The creates that were sent so recently that a mailbox's list need not show them yet, read from the journals of
 * earlier runs. As long as a key is in here it is not created: an unclear create may still be applied late, and a new
 * contact may be listed late; Graph publishes no bound for either. A create that Graph certainly refused is not in
 * here, nor is anything of a mailbox whose list has since shown every single one of them, at least
 * {@value #LIST_LAG_MINUTES} minutes after the last was sent (a list may also fall back behind what it has shown
 * before).
 *
 * <p>Held as 64-bit hashes. Two keys that collide cost one of them a delay until it has settled, nothing else.
 */
public final class RecentCreates {

    private static final int LIST_LAG_MINUTES = 2;
    private static final List<byte[]> MARKS =
            Stream.of("\"change\":\"create\"", "\"change\":\"category\"", Grammar.PLAN.text(),
                    "\"reason\":\"" + MatchedBy.ADOPTED, "\"outcome\":\"" + Outcome.Kind.REJECTED.word())
            .map(text -> text.getBytes(StandardCharsets.US_ASCII)).toList();

    private static final Set<String> PERHAPS_THERE = Set.of(Outcome.Kind.APPLIED.word(), Outcome.Kind.UNKNOWN.word());

    /** What was sent to one mailbox, and when last. */
    private static final class Sent {
        private final LongSet keys = new LongSet();
        private Instant last = Instant.MIN;
        /**
         * Whether times by Graph's clock and times by another one stand beside each other: none of them is later than
         * the other for certain.
         */
        private boolean mixed;
        private Boolean byGraph;
    }

    private final TimeScale now;
    private final Duration settle;
    private final boolean everything;
    private final Map<String, Sent> sent = new HashMap<>();
    private final Set<String> categories = new HashSet<>();
    private JournalSpan journal;
    private final MadeContacts made = new MadeContacts();

    private RecentCreates(TimeScale now, Duration settle, boolean everything) {
        this.now = now;
        this.settle = settle;
        this.everything = everything;
    }

    /**
     * Reads journals.
     *
     * @param journals the oldest first
     * @param settle how long a create stays recent
     * @param unknown whether a journal is missing that may know of more: then every key counts as recent
     * @throws JournalException if a journal cannot be read: never taken for empty
     */
    static RecentCreates read(List<JournalSpan> journals, TimeScale now, Duration settle, boolean unknown) {
        RecentCreates recent = new RecentCreates(now, settle, unknown);
        journals.stream().filter(span -> span.reaches(now, settle)).forEach(recent::read);
        return recent;
    }

    /**
     * What the next run of a data folder would find, by this machine's clock; writes nothing.
     *
     * @throws JournalException if a journal cannot be read
     */
    public static RecentCreates of(Path data, Instant now, Duration settle) {
        return read(EarlierRuns.journals(new DataPlaces(data).runs(), ""), new TimeScale(now, null), settle, false);
    }

    /** Whether a create of that key in that mailbox was sent recently and may have been applied. */
    public boolean contains(String mailbox, ContactKey key) {
        Sent recently = sent.get(mailbox);
        return everything || recently != null && (recently.keys.contains(Fnv.hash(key.text()))
                || recently.keys.contains(Fnv.hash(key.shown().text())));
    }

    /** Whether all creates that were sent to that mailbox have settled. */
    public boolean isSettled(String mailbox) {
        return !everything && !sent.containsKey(mailbox);
    }

    /** How many creates were sent to that mailbox recently and may have been applied, as far as that is known. */
    public int count(String mailbox) {
        Sent recently = sent.get(mailbox);
        return recently == null ? 0 : recently.keys.size();
    }

    /**
     * Whether this data folder has lately sent a create of that key to that mailbox, whatever became of it, or taken
     * over a contact of a former tool for it.
     */
    public boolean isMade(String mailbox, ContactKey key) {
        return made.contains(mailbox, key);
    }

    /** Whether that many contacts of ours in a mailbox may all be this data folder's own doing of late. */
    public boolean mayBeMade(String mailbox, int contacts) {
        return made.mayBeAll(mailbox, contacts);
    }

    /** Whether a list that shows so many keys of those sent to that mailbox shows all of them. */
    public boolean isConfirmedBy(String mailbox, int listed) {
        Sent recently = sent.get(mailbox);
        return !everything && (recently == null || recently.keys.size() == listed);
    }

    /** Whether a run of this folder has recently put our category into that mailbox's category list. */
    public boolean hasAddedCategory(String mailbox) {
        return categories.contains(mailbox);
    }

    private void read(JournalSpan span) {
        journal = span;
        JournalReader.each(span.folder(), MARKS, line -> {
            if (now.isWithin(settle, line.at(), span.ahead())) {
                take(line);
            }
        });
    }

    private void take(JournalLines lines) {
        Map<String, String> members = lines.members();
        String mailbox = members.getOrDefault("mailbox", "");
        Grammar event = Grammar.of(members.get("event"));
        if (event == Grammar.PLAN) {
            plan(mailbox, "true".equals(members.get("settled")), moment(lines.at()));
        } else if ("category".equals(members.get("change"))) {
            category(mailbox, members);
        } else if (members.containsKey("key") && !"create".equals(members.get("change"))) {
            adoption(event, mailbox, members);
        } else if (members.containsKey("key")) {
            create(event, mailbox, members, moment(lines.at()));
        }
    }

    private Instant moment(Instant at) {
        return journal.ahead() == null ? at : at.plus(journal.ahead());
    }

    private void plan(String mailbox, boolean settled, Instant at) {
        Sent recently = sent.get(mailbox);
        boolean comparable = recently != null && !recently.mixed && recently.byGraph == (journal.ahead() != null);
        if (comparable && settled && !at.isBefore(recently.last.plus(LIST_LAG_MINUTES, ChronoUnit.MINUTES))) {
            sent.remove(mailbox);
        }
    }

    private void category(String mailbox, Map<String, String> members) {
        if (Outcome.Kind.APPLIED.word().equals(members.get("outcome"))) {
            categories.add(mailbox);
        }
    }

    private void adoption(Grammar event, String mailbox, Map<String, String> members) {
        if (event == Grammar.INTENT && MatchedBy.isReason(members.getOrDefault("reason", ""))) {
            made.adopts(mailbox, members.get("key"));
        } else if (event == Grammar.OUTCOME) {
            made.leaves(mailbox, members.get("key"));
        }
    }

    private void create(Grammar event, String mailbox, Map<String, String> members, Instant at) {
        String outcome = members.getOrDefault("outcome", "");
        if (event == Grammar.INTENT || event == Grammar.OUTCOME && PERHAPS_THERE.contains(outcome)) {
            sent(mailbox, members.get("key"), at);
        } else if (event == Grammar.OUTCOME && sent.containsKey(mailbox)) {
            sent.get(mailbox).keys.remove(Fnv.hash(members.get("key")));
        }
    }

    /** A create may go out long after its intent, if the mailbox had to wait: it is recent from its outcome on. */
    private void sent(String mailbox, String key, Instant at) {
        Sent recently = sent.computeIfAbsent(mailbox, unknown -> new Sent());
        boolean byGraph = journal.ahead() != null;
        recently.mixed |= recently.byGraph != null && recently.byGraph != byGraph;
        recently.byGraph = byGraph;
        recently.keys.add(Fnv.hash(key));
        recently.last = recently.last.isAfter(at) ? recently.last : at;
        made.creates(mailbox, key);
    }
}
