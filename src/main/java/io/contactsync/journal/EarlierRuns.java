package io.contactsync.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What the runs before this one left behind, as a new run finds it: which creates no list need show yet, since when
 * this folder knows of them, and whether this machine's clock has jumped.
 *
 * @param recent creates sent recently
 * @param knowsFrom from when on this folder knows of every create that lists may not show yet
 * @param settlingUntil until when nothing is created, because a journal was set aside or the state file damaged; null
 * if nothing is missing
 * @param jumped by how much this machine's clock has moved against Graph's since the run before; null if that is not
 * known
 */
public record EarlierRuns(RecentCreates recent, Instant knowsFrom, Instant settlingUntil, Duration jumped) {

    /**
     * Reads the journals and the state of a data folder, and notes there that a run has begun.
     *
     * @param run this run's id; its own journal is not read
     * @param settle how long a create stays recent
     * @throws JournalException if a journal cannot be read, or the state cannot be written
     */
    public static EarlierRuns of(Path data, String run, TimeScale now, Duration settle) {
        List<JournalSpan> journals = journals(new DataPlaces(data).runs(), run);
        FolderAge age = FolderAge.begin(data, journals, now, run);
        Instant until = age.settlingUntil(settle);
        boolean settling = until != null && !until.isBefore(now.now());
        RecentCreates recent = RecentCreates.read(journals, now, settle, settling);
        return new EarlierRuns(recent, age.grownUp(settle), settling ? until : null, jumped(journals, now));
    }

    /** The journals below a folder, the oldest first. */
    static List<JournalSpan> journals(Path runs, String without) {
        return JournalReader.of(runs).spans().stream().filter(span -> !span.isOf(without))
                .sorted(Comparator.comparing(JournalSpan::start).thenComparing(JournalSpan::run))
                .toList();
    }

    private static Duration jumped(List<JournalSpan> journals, TimeScale now) {
        Duration before = journals.isEmpty() ? null : journals.get(journals.size() - 1).ahead();
        return before == null || now.graph() == null ? null : before.minus(Duration.between(now.ours(), now.graph()));
    }

    /** Whether this folder may not know of creates that another one, now lost, has sent. */
    public boolean isYoung(Instant now) {
        return !knowsFrom.isBefore(now);
    }
}
