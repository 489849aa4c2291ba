package io.contactsync.cli;

import io.contactsync.cli.screen.Wrapped;
import io.contactsync.cli.words.Amounts;
import io.contactsync.cli.words.CauseRows;
import io.contactsync.core.Tally;
import io.contactsync.run.ExitCode;
import io.contactsync.run.RunReport;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How this installation is, on one screen. */
final class StatusScreen {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter NEXT = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm xxx", Locale.ROOT);
    private static final String NAME = "%-12s ";
    private static final String PAST = "%s  %-5s %-12s %17s %11s";
    private static final int SHOWN = 5;

    private final Status status;
    private final ZoneId zone;
    private final boolean wrapped;
    private final PrintStream out;

    /**
     * @param zone in which times are shown
     * @param wrapped whether lines are wrapped, for people; piped, each is one line, which can be searched
     */
    StatusScreen(Status status, ZoneId zone, boolean wrapped, PrintStream out) {
        this.status = status;
        this.zone = zone;
        this.wrapped = wrapped;
        this.out = out;
    }

    void show() {
        line("instance", status.instance() + ", data folder " + status.data());
        if (status.runs().isEmpty()) {
            line("runs", "none yet: 'contact-sync init' asks for the tenant, 'contact-sync check' tries everything, "
                    + "'contact-sync plan' shows"
                    + " what a run would do");
        } else {
            line("now", status.running() ? "a run is under way: " + status.runs().get(0).id() : "no run is under way");
            runs();
        }
        line("next run", status.next() == null ? "x schedule.cron or schedule.time-zone is wrong: contact-sync check"
                : NEXT.format(status.next()) + ", where 'contact-sync serve' runs");
        holds();
        failed();
        line("credential", status.credential());
        if (status.warning() != null) {
            line("", "! " + status.warning());
        }
        line("data folder", size() + ", " + Bytes.told(status.free()) + " free");
    }

    private void runs() {
        String head = "last runs";
        for (Status.Past past : status.runs()) {
            line(head, past.report().map(report -> told(report) + (wrapped ? "" : "  " + past.id())).orElseGet(() -> untold(past)));
            if (wrapped && past.report().isPresent()) {
                line("", "  " + past.id());
            }
            head = "";
        }
    }

    private String told(RunReport run) {
        Tally tally = run.totals().tally();
        String changes = Amounts.changes((long) tally.created() + tally.updated() + tally.deleted());
        return PAST.formatted(TIME.format(at(run.began())), run.kind(), word(run), changes,
                Amounts.time(run.took())).stripTrailing();
    }

    /** A plan has done nothing. */
    private static String word(RunReport run) {
        return !run.isPlan() ? Exits.word(run.exit()) : switch (run.exit()) {
            case ExitCode.DONE -> "planned";
            case ExitCode.PARTLY -> "part planned";
            default -> Exits.word(run.exit());
        };
    }

    private String untold(Status.Past past) {
        boolean now = status.running() && past == status.runs().get(0);
        return past.id() + (now ? "  is under way" : "  has no report: it was killed, or an older version made it");
    }

    private ZonedDateTime at(Instant time) {
        return time.atZone(zone);
    }

    private void holds() {
        if (status.damage() != null) {
            line("holds", "! " + status.damage());
            return;
        }
        long waiting = status.holds().stream().filter(hold -> hold.decision().equals("waiting")).count();
        line("holds", status.holds().isEmpty() ? "nothing waits for an approval"
                : waiting + " waiting for an approval, " + (status.holds().size() - waiting) + " decided");
        status.holds().stream().limit(SHOWN).forEach(hold ->
                line("", (hold.decision().equals("waiting") ? "! " : "- " + hold.decision() + ": ")
                + hold.sentence() + " [" + hold.id() + "]" + (hold.by().isEmpty() ? ""
                : ", waits for nobody: rejected by " + hold.by() + "; nothing is written")));
        more(status.holds().size());
        if (waiting > 0) {
            line("", "→ contact-sync holds");
        }
    }

    private void failed() {
        if (!status.runs().isEmpty()) {
            int mailboxes = status.failed().stream().mapToInt(CauseRows.Row::count).sum();
            line("failed", mailboxes == 0 ? "no mailbox in the last run"
                    : Amounts.mailboxes(mailboxes) + " in the last run");
            status.failed().stream().limit(SHOWN).forEach(this::failed);
            more(status.failed().size());
        }
    }

    private void failed(CauseRows.Row row) {
        line("", "! " + Amounts.count(row.count()) + ": " + row.why() + (row.first().isEmpty() ? "" : " (" + row.named() + ")")
                + (row.next().isEmpty() ? "" : " → " + row.next()));
    }

    private void more(int number) {
        if (number > SHOWN) {
            line("", "and " + (number - SHOWN) + " more: --json shows them");
        }
    }

    private String size() {
        String parts = status.size().parts().entrySet().stream().filter(part -> !part.getKey().isEmpty())
                .map(part -> part.getKey() + " " + Bytes.told(part.getValue())).collect(Collectors.joining(", "));
        return Bytes.told(status.size().all()) + (parts.isEmpty() ? "" : " (" + parts + ")");
    }

    private void line(String name, String text) {
        String head = NAME.formatted(name);
        (wrapped ? Wrapped.lines(head + text, " ".repeat(head.length())) : List.of(head + text)).forEach(out::println);
    }
}
