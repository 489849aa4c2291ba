package io.contactsync.cli.screen;

import io.contactsync.cli.words.Amounts;
import io.contactsync.run.Progress;
import io.contactsync.run.Progress.Waiting;
import io.contactsync.run.RunReport;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How far a run is, in words: three lines that are drawn again on a terminal, or one line where it is piped. */
final class ProgressLines {

    private static final int LONGEST_NAME = 30;
    private static final long SECOND = 1;

    private ProgressLines() {
    }

    /** For a terminal of that width; lines that are wider are for the foot to cut. */
    static List<String> drawn(Progress progress, int columns) {
        int width = columns - 1;
        String running = Amounts.left(progress.running());
        String read = line("reading", read(progress));
        return switch (progress.phase()) {
            case NONE -> List.of("starting");
            case SOURCES -> List.of(Columns.ends(line("reading", source(progress)), running, width));
            case TARGETS -> List.of(Columns.ends(line("reading", "the list of targets"), running, width));
            case MAILBOXES -> mailboxes(progress, Columns.ends(read, left(progress), width));
            case ENDING, OVER -> mailboxes(progress, Columns.ends(read, Amounts.time(progress.running()), width));
        };
    }

    private static List<String> mailboxes(Progress progress, String first) {
        List<String> lines = new ArrayList<>(List.of(first));
        if (progress.kind().equals(RunReport.PLAN)) {
            lines.add(line("planned", Amounts.changes(progress.planned())));
        } else if (progress.planned() > 0) {
            lines.add(line("writing", String.join("   ", writing(progress))));
        }
        if (!progress.standing().isEmpty()) {
            lines.add(line("standing", progress.standing()));
        } else if (!progress.waiting().isEmpty()) {
            lines.add(line("waiting", waiting(progress.waiting())));
        }
        return lines;
    }

    private static String line(String what, String facts) {
        return Columns.left(what, 11) + facts;
    }

    private static String source(Progress progress) {
        return progress.doing().isEmpty() ? "sources" : "source " + progress.doing();
    }

    private static String read(Progress progress) {
        return Amounts.count(progress.read()) + "/" + Amounts.mailboxes(progress.targets());
    }

    private static List<String> writing(Progress progress) {
        String changes = Amounts.count(progress.done()) + "/" + Amounts.changes(progress.planned());
        String found = progress.read() < progress.targets() ? " found" : "";
        String throttled = "throttled " + Amounts.count(progress.throttled());
        return progress.phase() == Progress.Phase.MAILBOXES
                ? List.of(changes + found, Amounts.count(Math.round(progress.perSecond())) + "/s", throttled)
                : List.of(changes, throttled);
    }

    private static String left(Progress progress) {
        return progress.left() == null ? "time left: not known yet" : "~ " + Amounts.left(progress.left()) + " left";
    }

    private static String waiting(List<Waiting> late) {
        return Amounts.mailboxes(late.size()) + ": "
                + late.stream().map(ProgressLines::waiting).collect(Collectors.joining(" · "));
    }

    private static String waiting(Waiting late) {
        String why = late.told().toSeconds() >= SECOND ? "told to wait " + Amounts.left(late.told())
                : late.percent() < 0 ? "slow, being read" : "slow, " + late.percent() + " %";
        return Columns.cut(late.mailbox(), LONGEST_NAME) + " (" + why + ")";
    }

    /** In one line, whole. */
    static String piped(Progress progress) {
        return switch (progress.phase()) {
            case NONE -> "starting";
            case SOURCES -> "reading " + source(progress);
            case TARGETS -> "reading the list of targets";
            case MAILBOXES -> "reading " + read(progress)
                    + (progress.planned() == 0 ? "" : ", " + did(progress)) + ", " + left(progress)
                    + (!progress.standing().isEmpty() ? ", standing still: " + progress.standing()
                    : progress.waiting().isEmpty() ? "" : ", waiting for " + waiting(progress.waiting()));
            case ENDING, OVER -> "ending after " + Amounts.time(progress.running());
        };
    }

    private static String did(Progress progress) {
        return progress.kind().equals(RunReport.PLAN) ? "planned " + Amounts.changes(progress.planned())
                : "writing " + String.join(", ", writing(progress));
    }
}
