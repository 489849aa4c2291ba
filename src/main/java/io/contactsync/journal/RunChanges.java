package io.contactsync.journal;

import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Outcome;
import io.contactsync.core.PastChange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a run did, gathered from its journal: what mailboxes share stands once, with its reach. All that was sent counts
 * unless Graph refused it for certain: whether it was done shows in the mailbox. A double that went, a copy that lost
 * our marks and what an adoption did do not count: of ours, nothing is lost by them that could be brought back.
 */
public final class RunChanges {

    private static final List<String> LINES = List.of(Grammar.RUN_START.text(), Grammar.INTENT.text(),
            Grammar.OUTCOME.text());

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<PastChange, BitSet> reach = new HashMap<>();
    private final Map<String, PastChange> sent = new HashMap<>();
    private String mode = "";

    private RunChanges() {
    }

    /**
     * Reads the journal of a run.
     *
     * @param runs the folder of all runs
     * @param only contacts that are asked about
     * @throws JournalException if it is damaged
     */
    public static RunChanges read(Path runs, String run, Predicate<ContactKey> only) {
        RunChanges past = new RunChanges();
        JournalReader.of(runs).only(Set.of(run)).each(LINES,
                (line, text) -> past.take(line, only));
        past.sent.clear();
        past.reach.values().removeIf(BitSet::isEmpty);
        return past;
    }

    private void take(JournalLine line, Predicate<ContactKey> only) {
        switch (line.event()) {
            case "run-start" -> mode = line.text("mode");
            case "intent" -> intent(line, only);
            case "outcome" -> outcome(line);
            default -> { }
        }
    }

    private static String id(JournalLine line) {
        return line.mailbox() + " " + line.text("change") + " " + line.key();
    }

    private void intent(JournalLine line, Predicate<ContactKey> only) {
        if (line.key().isEmpty() || !isTakenBack(line.text("reason"))) {
            return;
        }
        ContactKey key = ContactKey.parse(line.key()).shownOnce();
        if (only.test(key)) {
            PastChange change = new PastChange(Action.valueOf(line.text("change").toUpperCase(Locale.ROOT)), key,
                    line.text("before"), line.text("after"));
            sent.put(id(line), change);
            reach.computeIfAbsent(change, first -> new BitSet())
                    .set(places.computeIfAbsent(line.mailbox(), first -> places.size()));
        }
    }

    private static boolean isTakenBack(String reason) {
        return Change.kind(reason).isEmpty() && !reason.equals(Change.THEIRS);
    }

    private void outcome(JournalLine line) {
        PastChange change = sent.remove(id(line));
        if (change != null && line.text("outcome").equals(Outcome.Kind.REJECTED.word())) {
            reach.get(change).clear(places.get(line.mailbox()));
        }
    }

    /** Its mode as it began; empty if it has no journal. */
    public String mode() {
        return mode;
    }

    /** Object ids of the mailboxes that it wrote to. */
    public Set<String> mailboxes() {
        Set<String> written = new HashSet<>();
        BitSet all = new BitSet();
        reach.values().forEach(all::or);
        places.forEach((mailbox, place) -> {
            if (all.get(place)) {
                written.add(mailbox);
            }
        });
        return written;
    }

    /** What it did to a mailbox. */
    public List<PastChange> of(String mailbox) {
        Integer place = places.get(mailbox);
        List<PastChange> changes = new ArrayList<>();
        if (place != null) {
            reach.forEach((change, mailboxes) -> {
                if (mailboxes.get(place)) {
                    changes.add(change);
                }
            });
        }
        return changes;
    }

    /** Hashes of all contents that it replaced or wrote. */
    public Set<String> hashes() {
        Set<String> hashes = new HashSet<>();
        reach.keySet().forEach(change -> hashes.addAll(List.of(change.before(), change.after())));
        hashes.remove("");
        return hashes;
    }
}
