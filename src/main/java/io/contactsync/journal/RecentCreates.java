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
                    Grammar.HANDED.text(), Grammar.RETURNED.text(),
                    "\"reason\":\"" + MatchedBy.ADOPTED, "\"outcome\":\"" + Outcome.Kind.REJECTED.word())
            .map(text -> text.getBytes(StandardCharsets.US_ASCII)).toList();

    private final TimeScale now;
    private final Duration settle;
    private final boolean everything;
    private final Map<String, SentCreates> sent = new HashMap<>();
    private final Set<String> categories = new HashSet<>();
    private final LostMailboxes lost = new LostMailboxes();
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

    /** Whether a worker that had that mailbox and was not heard again may still be at work there. */
    public boolean isAtWork(String mailbox) {
        return lost.isAtWork(mailbox);
    }

    /** What is known of one mailbox, so that another machine can go on from it. */
    public MailboxCreates of(String mailbox) {
        SentCreates recently = sent.get(mailbox);
        return new MailboxCreates(everything || lost.contains(mailbox), lost.contains(mailbox),
                recently == null ? null : recently.hashes(), made.created(mailbox), made.adopted(mailbox),
                categories.contains(mailbox));
    }

    /** That of one mailbox, as another machine knows it. */
    public static RecentCreates of(String mailbox, MailboxCreates known) {
        RecentCreates recent = new RecentCreates(null, null, known.everything());
        if (known.lost()) {
            recent.lost.add(mailbox);
        }
        if (known.sent() != null) {
            recent.sent.put(mailbox, SentCreates.of(known.sent()));
        }
        if (known.category()) {
            recent.categories.add(mailbox);
        }
        recent.made.know(mailbox, known.created(), known.adopted());
        return recent;
    }

    /** Whether a create of that key in that mailbox was sent recently and may have been applied. */
    public boolean contains(String mailbox, ContactKey key) {
        SentCreates recently = sent.get(mailbox);
        return everything || lost.contains(mailbox) || recently != null && recently.contains(key);
    }

    /** Whether all creates that were sent to that mailbox have settled. */
    public boolean isSettled(String mailbox) {
        return !everything && !lost.contains(mailbox) && !sent.containsKey(mailbox);
    }

    /** How many creates were sent to that mailbox recently and may have been applied, as far as that is known. */
    public int count(String mailbox) {
        SentCreates recently = sent.get(mailbox);
        return recently == null ? 0 : recently.size();
    }

    /**
     * Whether this data folder has lately sent a create of that key to that mailbox, whatever became of it, or taken
     * over a contact of a former tool for it.
     */
    public boolean isMade(String mailbox, ContactKey key) {
        return lost.contains(mailbox) || made.contains(mailbox, key);
    }

    /** Whether that many contacts of ours in a mailbox may all be this data folder's own doing of late. */
    public boolean mayBeMade(String mailbox, int contacts) {
        return lost.contains(mailbox) || made.mayBeAll(mailbox, contacts);
    }

    /** Whether a list that shows so many keys of those sent to that mailbox shows all of them. */
    public boolean isConfirmedBy(String mailbox, int listed) {
        SentCreates recently = sent.get(mailbox);
        return !everything && !lost.contains(mailbox) && (recently == null || recently.size() == listed);
    }

    /** Whether a run of this folder has recently put our category into that mailbox's category list. */
    public boolean hasAddedCategory(String mailbox) {
        return categories.contains(mailbox);
    }

    private void read(JournalSpan span) {
        lost.begin();
        boolean indexed = span.isSound() && RecentIndexReader.read(span.folder(), (news, mailbox, key, at) ->
                take(span, news, mailbox, key, at));
        if (!indexed) {
            JournalReader.each(span.folder(), MARKS, line -> read(span, line));
        }
    }

    private void read(JournalSpan span, JournalLines line) {
        Map<String, String> members = line.members();
        CreateNews news = CreateNews.of(Grammar.of(members.get("event")), members::get);
        if (news != null) {
            long key = news.hasKey() ? Fnv.hash(members.get("key")) : 0;
            take(span, news, members.getOrDefault("mailbox", ""), key, line.at());
        }
    }

    private void take(JournalSpan span, CreateNews news, String mailbox, long key, Instant written) {
        boolean known = span.ahead() != null;
        Instant at = known ? written.plus(span.ahead()) : written;
        lost.take(news, mailbox, settle, age -> now.isWithin(age, written, span.ahead()));
        if (now.isWithin(settle, written, span.ahead())) {
            switch (news) {
                case SETTLED -> settled(mailbox, at, known);
                case CATEGORY -> categories.add(mailbox);
                case SENT -> sent(mailbox, key, at, known);
                case REFUSED -> refused(mailbox, key);
                case ADOPTED -> made.adopts(mailbox, key);
                case NOT_ADOPTED -> made.adoptsNot(mailbox, key);
                default -> { }
            }
        }
    }

    private void settled(String mailbox, Instant at, boolean graphs) {
        SentCreates recently = sent.get(mailbox);
        if (recently != null && recently.isBefore(at.minus(LIST_LAG_MINUTES, ChronoUnit.MINUTES), graphs)) {
            sent.remove(mailbox);
        }
    }

    private void refused(String mailbox, long key) {
        SentCreates recently = sent.get(mailbox);
        if (recently != null) {
            recently.remove(key);
        }
    }

    /** A create may go out long after its intent, if the mailbox had to wait: it is recent from its outcome on. */
    private void sent(String mailbox, long key, Instant at, boolean graphs) {
        sent.computeIfAbsent(mailbox, unknown -> new SentCreates()).add(key, at, graphs);
        made.creates(mailbox, key);
    }
}
