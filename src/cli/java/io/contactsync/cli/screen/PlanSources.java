package io.contactsync.cli.screen;

import io.contactsync.cli.words.Amounts;
import io.contactsync.cli.words.CauseRows;
import io.contactsync.cli.words.SourceWords;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.SourceState;
import io.contactsync.core.Totals;
import io.contactsync.run.RunReport;
import io.contactsync.run.SourceLine;
import io.contactsync.source.SourceCounts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a plan was made of: the sources, and the mailboxes. */
record PlanSources(RunReport report, PlanMeans means, Layout layout) {

    private static final int MOST = 6;
    private static final int MOST_CAUSES = 3;
    private static final int LABEL = 10;
    private static final int NAME = 14;
    private static final int COUNT = 12;
    private static final String INDENT = " ".repeat(LABEL);

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int most = layout.fits() ? MOST : Integer.MAX_VALUE;
        report.sources().stream().limit(most).forEach(source -> source(source, lines));
        if (report.sources().size() > most) {
            lines.add(INDENT + Amounts.of(report.sources().size() - most, "more source"));
        }
        lines.replaceAll(line -> line.startsWith(" ") ? line : INDENT + line);
        if (!lines.isEmpty()) {
            lines.set(0, "sources" + lines.get(0).substring("sources".length()));
        }
        targets(lines);
        return lines;
    }

    private void source(SourceLine source, List<String> lines) {
        String people = Amounts.of(source.contacts(), "person", "people");
        String first = layout.cell(source.source(), NAME) + "  " + " ".repeat(Math.max(0, COUNT - people.length()))
                + people;
        lines.add(layout.line(INDENT + String.join("   ", Stream.concat(Stream.of(first), counts(source)).toList())));
        if (source.counts().unreadPhones() > 0) {
            lines.add(layout.ends(INDENT + "  → " + means.remedy(source.source()),
                    "contact-sync plan show --phones"));
        }
    }

    /** Whether those counts are all told beside the source. */
    static boolean isSaid(SourceCounts counts) {
        return counts.phonesOutOfText() + counts.leftOut() + counts.dropped() + counts.shortened() == 0;
    }

    private static Stream<String> counts(SourceLine source) {
        SourceCounts counts = source.counts();
        String unread = counts.unreadPhones() == 1 ? "number not read" : "numbers not read";
        return Stream.of(count(counts.excluded(), "excluded"), count(counts.refused(), "refused"),
                count(counts.repeated(), "repeated"), count(counts.unreadPhones(), unread), state(source.state()))
                .filter(text -> !text.isEmpty());
    }

    private static String count(int number, String what) {
        return number == 0 ? "" : Amounts.count(number) + " " + what;
    }

    private static String state(SourceState state) {
        return state == SourceState.COMPLETE ? "" : SourceWords.of(state);
    }

    private void targets(List<String> lines) {
        Totals totals = report.totals();
        lines.add(layout.line("targets   " + Stream.of(Amounts.mailboxes(totals.total()),
                count(totals.skipped(), "skipped"), count(totals.held(), "held"),
                count(totals.waits(), totals.waits() == 1 ? "waits" : "wait"),
                count(totals.failed(), "not as they should be")).filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("   "))));
        List<CauseRows.Row> causes = List.copyOf(CauseRows.of(report, status -> status != Status.HELD));
        int most = layout.fits() ? MOST_CAUSES : causes.size();
        causes.stream().limit(most).forEach(cause -> cause(cause, lines));
        if (causes.size() > most) {
            lines.add(INDENT + Amounts.of(causes.size() - most, "more cause"));
        }
    }

    private void cause(CauseRows.Row cause, List<String> lines) {
        String text = INDENT + Amounts.count(cause.count()) + " " + cause.status() + ": " + cause.why();
        List<String> first = cause.first();
        if (layout.fits()) {
            lines.add(layout.ends(text, Layout.some(first.subList(0, Math.min(1, first.size())), cause.count(), 34)));
            if (!cause.next().isEmpty() && cause.status().equals(Status.FAILED.word())) {
                lines.addAll(layout.sentence(INDENT + "  → " + cause.next(), INDENT + "    "));
            }
        } else {
            lines.add(text + "   " + Layout.some(first, cause.count(), Integer.MAX_VALUE)
                    + (cause.next().isEmpty() ? "" : " -> " + cause.next()));
        }
    }
}
