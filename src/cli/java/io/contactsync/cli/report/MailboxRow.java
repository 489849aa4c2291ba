package io.contactsync.cli.report;

import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.Tally;
import io.contactsync.run.MailboxLine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mailbox as a row.
 *
 * @param called what people call it
 * @param name its owner's name, where {@code called} is something else
 * @param state in one word
 * @param left changes that were not made
 */
record MailboxRow(String called, String name, String state, String reason, Tally tally, int left, int unchanged,
        String seconds) {

    private static final Comparator<MailboxLine> FIRST =
            Comparator.comparing((MailboxLine line) -> line.status().ordinal()).reversed()
            .thenComparing(MailboxLine::called, String.CASE_INSENSITIVE_ORDER);
    private static final List<Status> BY_NEED = List.of(Status.FAILED, Status.WAITS, Status.HELD, Status.SKIPPED,
            Status.DONE);

    /** Those that need a look stand first. */
    static List<MailboxRow> of(List<MailboxLine> lines) {
        return lines.stream().sorted(FIRST).map(MailboxRow::of).toList();
    }

    private static MailboxRow of(MailboxLine line) {
        Tally tally = line.tally();
        String called = PageText.text(line.called());
        return new MailboxRow(called,
                line.name().isEmpty() || line.called().equals(line.name()) ? "" : PageText.text(line.name()),
                line.status().word(),
                PageText.text(line.reason()), tally,
                tally.rejected() + tally.refused() + tally.unknown() + tally.deferred(),
                line.unchanged(), PageText.seconds(line.millis()));
    }

    /** What the table can be narrowed to. */
    static List<Kind> kinds(List<MailboxLine> lines) {
        Map<Status, Long> counts =
                lines.stream().collect(Collectors.groupingBy(MailboxLine::status, Collectors.counting()));
        return Stream.concat(Stream.of(Kind.of("", "all", lines.size())),
                BY_NEED.stream().filter(counts::containsKey)
                        .map(status -> Kind.of(status.word(), status.word(), counts.get(status))))
                .toList();
    }
}
