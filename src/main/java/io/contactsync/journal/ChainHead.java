package io.contactsync.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The head of the chain of journals, in the file {@code state/chain}: which journal was begun last and, once it has
 * ended, the hash of its last line. The first line of the next one names it, so that a journal that is missing, or that
 * was cut, is noticed; that the very last one is missing, this file tells.
 */
final class ChainHead {

    private static final String RUN = "run";
    private static final String HASH = "hash";
    private static final String LINES = "lines";
    private static final String PREVIOUS = "previous";
    private static final String PREVIOUS_HASH = "previous-hash";

    private final Path data;
    private final StateWords words;

    private ChainHead(Path data) {
        this.data = data;
        this.words = StateWords.read(new DataPlaces(data).chain());
    }

    /** That of a data folder. */
    static ChainHead of(Path data) {
        return new ChainHead(data);
    }

    /**
     * What the first line of a journal says of the one before it.
     *
     * @param previous the run before; empty if there was none
     * @param hash of its last line; empty if it has none, as those of older versions
     * @param torn how many bytes were cut from its end
     * @param known whether this folder knew which run was the one before; one that does not looks for the latest
     */
    record Link(String previous, String hash, long torn, boolean known) {
        void on(JournalEntry first) {
            first.with("previous", previous).with("previousHash", hash).withSome("torn", torn)
                    .with("headUnknown", known ? null : true);
        }
    }

    /** The journal begun last; null if that is not known. */
    String run() {
        return words.get(RUN);
    }

    /** The hash of its last line; null if it was not brought to an end. */
    String hash() {
        return words.get(HASH);
    }

    boolean isDamaged() {
        return words.isDamaged();
    }

    /**
     * A journal begins: gives the link to the one before, and keeps that this one is the head.
     *
     * @throws JournalException if that cannot be kept, or what is there cannot be read
     */
    Link begin(String run) {
        Link link = link(run);
        words.put(RUN, run).put(PREVIOUS, link.previous).put(PREVIOUS_HASH, link.hash).put(HASH, null).put(LINES, null)
                .keep();
        return link;
    }

    /** The journal has come to its end. */
    void end(String hash, long lines) {
        words.put(HASH, hash).put(LINES, Long.toString(lines)).keep();
    }

    private Link link(String run) {
        if (run() == null) {
            String latest = latest(run);
            return new Link(latest, latest.isEmpty() ? "" : hash(tail(latest)), 0, latest.isEmpty());
        }
        JournalTail tail = tail(run());
        return hash() == null ? killed(tail) : ended(tail);
    }

    /** Its end may be another one: then something is lost. That it is missing as a whole, {@link FolderAge} knows. */
    private Link ended(JournalTail tail) {
        if (!hash(tail).isEmpty() && !hash(tail).equals(hash())) {
            FolderAge.settleFromNextRun(data);
        }
        return new Link(run(), hash(), 0, true);
    }

    /** A run that was killed before its first line is passed over. */
    private Link killed(JournalTail tail) {
        if (tail == null) {
            return new Link(words.has(PREVIOUS) ? words.get(PREVIOUS) : "",
                    words.has(PREVIOUS_HASH) ? words.get(PREVIOUS_HASH) : "", 0, true);
        }
        return new Link(run(), tail.hash(), torn(tail), true);
    }

    /**
     * What was torn was never sent, if its end is missing. A line that has its end may have been sent: it is taken for
     * that.
     */
    private long torn(JournalTail tail) {
        try {
            if (!tail.isCuttable() || tail.isWhole()) {
                return 0;
            }
            if (tail.broken() > 0) {
                FolderAge.settleFromNextRun(data);
            }
            tail.cut();
            return tail.size() - tail.end();
        } catch (IOException unwritable) {
            throw new JournalException("the journal '" + tail.file() + "' of a run that was killed cannot be mended",
                    unwritable);
        }
    }

    private static String hash(JournalTail tail) {
        return tail == null ? "" : tail.hash();
    }

    private JournalTail tail(String run) {
        Path folder = new DataPlaces(data).journal(run);
        try {
            return folder == null ? null : JournalTail.of(folder);
        } catch (IOException unreadable) {
            return null;
        }
    }

    private String latest(String without) {
        List<String> all = new ArrayList<>(new JournalArchive(data).all());
        all.remove(without);
        return all.stream().max(Comparator.naturalOrder()).orElse("");
    }
}
