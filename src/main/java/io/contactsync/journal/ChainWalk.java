package io.contactsync.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The way from the latest journal back to the first, each by the name and the hash that the one after it tells. The
 * order of the ids is not asked: a clock may have jumped.
 */
final class ChainWalk {

    private final TreeMap<String, CheckedJournal> left = new TreeMap<>();
    private final List<CheckedJournal> journals;
    private final ChainHead head;
    private final Map<String, JournalLine> gone = new HashMap<>();
    private final List<AuditCheck.Bad> bad = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private CheckedJournal latest;
    private CheckedJournal after;

    ChainWalk(List<CheckedJournal> journals, ChainHead head) {
        this.journals = journals;
        this.head = head;
        journals.forEach(journal -> left.put(journal.run(), journal));
        marks(Grammar.REMOVED, Grammar.SET_ASIDE).forEach(line -> gone.putIfAbsent(line.text("of"), line));
        gone.values().stream().filter(ChainWalk::isRemoved).forEach(line -> left.remove(line.text("of")));
    }

    /** What the journals say of other ones. */
    Stream<JournalLine> marks(Grammar... kinds) {
        return journals.stream().flatMap(journal -> journal.marks().stream())
                .filter(line -> Stream.of(kinds).anyMatch(kind -> kind.word().equals(line.event())));
    }

    private static boolean isRemoved(JournalLine line) {
        return line.event().equals(Grammar.REMOVED.word());
    }

    void walk() {
        String from = head.run();
        String hash = head.hash();
        if (from == null) {
            from = headless();
            hash = "";
        }
        while (!from.isEmpty()) {
            CheckedJournal journal = left.remove(from);
            if (journal == null) {
                JournalLine mark = gone.get(from);
                missing(from, hash, mark);
                boolean goesOn = mark != null && !mark.text("previous").isEmpty();
                hash = goesOn ? mark.text("previousHash") : "";
                from = goesOn ? mark.text("previous") : before(from);
            } else {
                visit(journal, hash);
                boolean linked = journal.isLinked();
                from = linked ? journal.previous() : isOld(journal, hash) ? "" : before(from);
                hash = linked ? journal.previousHash() : "";
            }
        }
        left.values().forEach(this::leftOver);
        Collections.reverse(bad);
    }

    /** One of an older version names none before it, and nobody names its hash. */
    private static boolean isOld(CheckedJournal journal, String hash) {
        return !journal.isChained() && journal.damage().isEmpty() && (hash == null || hash.isEmpty());
    }

    /** Without the file that tells the latest journal it may be any; whether one after it is missing is not known. */
    private String headless() {
        String last = left.values().stream().filter(CheckedJournal::isChained).map(CheckedJournal::run)
                .max(Comparator.naturalOrder()).orElse("");
        if (!last.isEmpty()) {
            bad.add(new AuditCheck.Bad("", "state/chain, which names the latest journal, is "
                    + (head.isDamaged() ? "damaged" : "missing") + ": whether one after " + last
                    + " is missing cannot be told; the next run writes it anew"));
        }
        return last;
    }

    /** The latest of those that are left, if something before it is missing. */
    private String before(String run) {
        return Optional.ofNullable(left.lowerEntry(run)).map(Map.Entry::getValue)
                .filter(CheckedJournal::isChained).map(CheckedJournal::run).orElse("");
    }

    private void visit(CheckedJournal journal, String hash) {
        latest = latest == null ? journal : latest;
        String told = hash == null ? "" : hash;
        if (!told.isEmpty() && journal.damage().isEmpty() && !told.equals(journal.hash())) {
            complain(journal.run(), "the journal of the run " + journal.run() + " does not end with the line that "
                    + (after == null ? "state/chain" : "the journal after it, " + after.run() + ",")
                    + " names: it has " + journal.lines() + " lines, and its end was cut off, or all was replaced");
        }
        if (!journal.damage().isEmpty()) {
            complain(journal.run(), journal.damage());
        }
        if (journal.isTorn() && (hash == null || told.isEmpty())) {
            notes.add("the run " + journal.run() + " was killed, or is under way: its last line is not whole; the "
                    + "next run cuts it");
        } else if (journal.isTorn()) {
            complain(journal.run(), "the journal of the run " + journal.run() + " has a last line without its end");
        }
        if (journal.isHeadUnknown()) {
            notes.add("when the run " + journal.run() + " began, state/chain was missing: a run between it and "
                    + journal.previous() + " would not be missed");
        }
        after = journal;
    }

    private void complain(String run, String sentence) {
        bad.add(new AuditCheck.Bad(run, sentence));
    }

    private void missing(String run, String hash, JournalLine mark) {
        if (mark == null) {
            complain(run, "the journal of the run " + run + " is missing: "
                    + (after == null ? "state/chain" : "the journal of " + after.run()) + " names it as "
                    + (after == null ? "the latest" : "the one before it"));
        } else if (isRemoved(mark)) {
            removed(run, hash, mark);
        } else {
            notes.add("the journal of the run " + run + " was set aside by hand, see " + mark.run()
                    + ": nothing vouches for it");
        }
    }

    private void removed(String run, String hash, JournalLine mark) {
        if (hash != null && !hash.isEmpty() && !hash.equals(mark.text("last"))) {
            complain(run, "the journal of the run " + run + " is gone, and the line of " + mark.run()
                    + " that says it was removed tells another last hash than " + after.run());
        }
        long all = gone.values().stream().filter(ChainWalk::isRemoved).count();
        notes.add("before " + after.run() + ", runs were removed, for they were old enough (journal.keep-days): "
                + all + " by what the journals that are left tell");
    }

    /** What no other names: of an older version, or not of this chain. */
    private void leftOver(CheckedJournal journal) {
        boolean older = !journal.isChained() && (latest == null || journal.run().compareTo(after.run()) < 0);
        if (!journal.damage().isEmpty()) {
            complain(journal.run(), journal.damage());
        } else if (!older) {
            complain(journal.run(), "the journal of the run " + journal.run() + " does not belong here: no other "
                    + "journal names it as the one before; it was put in, or a journal after it was taken out");
        }
    }

    /** The latest journal. */
    Optional<CheckedJournal> latest() {
        return Optional.ofNullable(latest);
    }

    /** What is wrong, the oldest first. */
    List<AuditCheck.Bad> bad() {
        return bad;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
