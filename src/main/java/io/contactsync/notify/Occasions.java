package io.contactsync.notify;

import io.contactsync.core.Totals;
import io.contactsync.run.LastRun;
import io.contactsync.run.OpenHold;
import io.contactsync.run.RunReport;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What there is to tell after a run to somebody who has been told this and that already.
 *
 * @param instance name of this installation
 * @param run its id; empty if it could not even begin
 * @param totals what it came to
 * @param holds ids of what waits
 * @param last how it ended
 * @param certificateEnds the certificate's last moment; null if there is none
 */
record Occasions(String instance, String run, Totals totals, List<String> holds, LastRun last,
        Instant certificateEnds) {

    static final String FAILED_SINCE = "failed-since ";
    static final String HOLD = "hold ";
    static final String CERTIFICATE = "certificate ";
    /** Days before the certificate's end; each is an occasion of its own. */
    private static final int[] DAYS = {1, 7, 14, 30};

    static Occasions of(RunReport report, LastRun last, Instant certificateEnds) {
        return new Occasions(report.instance(), report.id(), report.totals(), waiting(report), last, certificateEnds);
    }

    /** What a person wants to stay held is not asked again. */
    private static List<String> waiting(RunReport report) {
        return report.holds().stream().filter(hold -> !hold.isRejected()).map(OpenHold::id).toList();
    }

    /** A run that could not begin. */
    static Occasions missed(String instance, LastRun last, Instant certificateEnds) {
        return new Occasions(instance, "", Totals.NONE, List.of(), last, certificateEnds);
    }

    /**
     * What was told and is still worth knowing: a hold that comes back after its end is told anew.
     *
     * @param told ids by channel, the oldest first
     * @param waiting ids of all that waits
     */
    static Map<String, Set<String>> still(Map<String, Set<String>> told, Set<String> waiting) {
        Map<String, Set<String>> still = new TreeMap<>();
        told.forEach((channel, ids) -> still.put(channel, ids.stream()
                .filter(id -> !id.startsWith(HOLD) || waiting.contains(id.substring(HOLD.length())))
                .collect(Collectors.toCollection(LinkedHashSet::new))));
        return still;
    }

    /** @param told what the channel has told */
    List<Telling> on(String channel, Set<String> told) {
        List<Telling> tellings = new ArrayList<>();
        outcome(channel, told, tellings);
        List<String> waiting = holds.stream().filter(id -> !told.contains(HOLD + id)).toList();
        if (!waiting.isEmpty()) {
            tellings.add(new Telling(channel, hold(waiting),
                    waiting.stream().map(HOLD::concat).collect(Collectors.toSet())));
        }
        certificate(channel, told, tellings);
        return tellings;
    }

    private void outcome(String channel, Set<String> told, List<Telling> tellings) {
        String since = told.stream().filter(id -> id.startsWith(FAILED_SINCE)).findFirst().orElse("");
        if (last.isFailed() && since.isEmpty()) {
            String what = run.isEmpty() ? "a run could not begin" : "the run " + run + " failed";
            tellings.add(new Telling(channel,
                    notice(Notice.FAILURE, what + ": " + last.reason(), "contact-sync check", List.of()),
                    Set.of(FAILED_SINCE + last.at().truncatedTo(ChronoUnit.SECONDS))));
        } else if (!last.isFailed() && !since.isEmpty()) {
            String text = "runs go through again; they failed since " + since.substring(FAILED_SINCE.length());
            tellings.add(new Telling(channel, notice(Notice.RECOVERY, text, "nothing to do", List.of()), Set.of()));
        }
    }

    private Notice hold(List<String> waiting) {
        String shown = waiting.stream().limit(Notice.MOST_HOLDS).collect(Collectors.joining(", "));
        String more =
                waiting.size() > Notice.MOST_HOLDS ? " and " + (waiting.size() - Notice.MOST_HOLDS) + " more" : "";
        String text = waiting.size() == 1 ? "a hold waits for an approval: "
                : waiting.size() + " holds wait for an approval: ";
        return notice(Notice.HOLD, text + shown + more, "contact-sync holds show " + waiting.get(0), waiting);
    }

    private void certificate(String channel, Set<String> told, List<Telling> tellings) {
        if (certificateEnds == null) {
            return;
        }
        long left = Duration.between(last.at(), certificateEnds).toDays();
        OptionalInt step = IntStream.of(DAYS).filter(days -> left <= days).findFirst();
        String day = certificateEnds.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        String id = CERTIFICATE + day + " " + step.orElse(0);
        if (step.isPresent() && !told.contains(id)) {
            String text = "the certificate of graph.certificate ends on " + day + ", in " + left + " days";
            tellings.add(new Telling(channel, notice(Notice.CERTIFICATE, text,
                    "make a new one, add it to the application in Entra, and set graph.certificate", List.of()),
                    Set.of(id)));
        }
    }

    private Notice notice(String what, String sentence, String next, List<String> holding) {
        return new Notice(what, "contact-sync " + instance + ": " + sentence, next, instance, run,
                last.at().truncatedTo(ChronoUnit.SECONDS).toString(), last.exit(), Notice.mailboxes(totals),
                Notice.changes(totals), holding.stream().limit(Notice.MOST_HOLDS).toList(), holding.size());
    }
}
