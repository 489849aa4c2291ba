package io.contactsync.cli.status;

import io.contactsync.cli.screen.Wrapped;
import io.contactsync.cli.words.Amounts;
import io.contactsync.cli.words.Bytes;
import io.contactsync.cli.words.CauseRows;
import io.contactsync.cli.words.Exits;
import io.contactsync.core.ShellWord;
import io.contactsync.core.Tally;
import io.contactsync.core.Times;
import io.contactsync.run.OpenHold;
import io.contactsync.run.RunReport;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How this installation is, on one screen.
 *
 * @param times how times are shown
 * @param wrapped whether lines are wrapped, for people; piped, each is one line, which can be searched
 */
record StatusScreen(Status status, Times times, boolean wrapped, PrintStream out) {

    private static final String NAME = "%-12s ";
    private static final String HEAD = "%s  %-6s %s";
    private static final String REST = "%s %17s %11s";
    private static final int SHOWN = 5;

    void show() {
        line("instance", status.instance() + ", data folder " + status.data());
        if (status.runs().isEmpty()) {
            line("runs", "none yet: " + (status.configured() ? "" : "'contact-sync init' asks for the tenant, ")
                    + "'contact-sync check' tries everything, 'contact-sync plan' shows what a run would do");
        } else {
            line("now", status.running() ? "a run is under way: " + status.runs().get(0).id() : "no run is under way");
            runs();
        }
        if (status.unsound() != null) {
            line("damage", "! " + status.unsound());
        }
        line("next run", status.next() == null ? "x schedule.cron or schedule.time-zone is wrong: contact-sync check"
                : times.day(status.next().toInstant()) + ", where 'contact-sync serve' runs");
        holds();
        left();
        failed();
        waits();
        owners();
        new TroubleLines(status, times, this::line).show();
        neighbours();
        credential();
        dataFolder();
    }

    private void dataFolder() {
        line("data folder", size() + ", " + Bytes.told(status.free()) + " free");
        if (status.nodes() != null) {
            line("nodes", status.nodes());
        }
    }

    private void credential() {
        line("credential", status.credential());
        if (status.warning() != null) {
            line("", "! " + status.warning());
        }
    }

    private void neighbours() {
        status.neighbours().forEach(name -> line("another", "the installation '" + name + "' has written what this "
                + "one would: left alone → contact-sync adopt --instance " + name));
    }

    private void runs() {
        String head = "last runs";
        for (Status.Past past : status.runs()) {
            line(head, past.report().map(this::told).orElseGet(() -> untold(past)));
            if (wrapped && past.report().isPresent()) {
                line("", "  " + numbers(past.report().get()));
            }
            past.report().map(run -> run.deed().sentence(times)).filter(undone -> !undone.isEmpty())
                    .ifPresent(undone -> line("", "  " + undone));
            head = "";
        }
    }

    private String told(RunReport run) {
        String head = String.format(Locale.ROOT, HEAD, times.minute(run.began()), run.what(), Exits.word(run));
        return wrapped ? head : head + "  " + numbers(run);
    }

    private static String numbers(RunReport run) {
        Tally tally = run.totals().tally();
        String changes = Amounts.changes((long) tally.created() + tally.updated() + tally.deleted());
        return String.format(Locale.ROOT, REST, run.id(), changes,
                Amounts.time(run.took())).stripTrailing();
    }

    private String untold(Status.Past past) {
        boolean now = status.running() && past == status.runs().get(0);
        return past.id() + (now ? "  is under way" : "  " + (past.part().isEmpty()
                ? "has no report: it was killed, or an older version made it" : past.part()));
    }

    private void holds() {
        if (status.damage() != null) {
            line("holds", "! " + status.damage());
            return;
        }
        long waiting = status.holds().stream().filter(OpenHold::isWaiting).count();
        line("holds", status.holds().isEmpty() ? "nothing waits for an approval"
                : waiting + " waiting for an approval, " + (status.holds().size() - waiting) + " decided");
        status.holds().stream().limit(SHOWN).forEach(hold ->
                line("", (hold.isWaiting() ? "! " : "- " + hold.decision() + ": ") + hold.sentence()
                        + " [" + hold.id() + "]" + (!hold.everything() || !hold.isRejected() ? ""
                        : ", waits for nobody: rejected by " + hold.by() + "; nothing is written")));
        more(status.holds().size());
        if (waiting > 0) {
            line("", "→ contact-sync holds");
        }
    }

    private void left() {
        if (status.left() > 0) {
            line("targets", "! " + Amounts.mailboxes(status.left())
                    + (status.left() == 1 ? " is no target" : " are no targets")
                    + " any more and may still hold contacts of ours");
            line("", "→ contact-sync remove --left --dry-run");
        }
    }

    private void failed() {
        if (!status.runs().isEmpty()) {
            int mailboxes = status.failed().stream().mapToInt(CauseRows.Row::count).sum();
            line("failed", mailboxes > 0 ? Amounts.mailboxes(mailboxes) + " in the last run"
                    : status.broken().map(run -> "the last run, before it came to a mailbox"
                    + run.problems().stream().findFirst().map(first -> ": " + first).orElse(""))
                    .orElse("no mailbox in the last run"));
            status.failed().stream().limit(SHOWN).forEach(this::failed);
            more(status.failed().size());
        }
    }

    /** What no run does before a time. */
    private void waits() {
        if (!status.waits().isEmpty()) {
            int mailboxes = status.waits().stream().mapToInt(CauseRows.Row::count).sum();
            line("waiting", Amounts.mailboxes(mailboxes) + " since the last run, for a later one");
            status.waits().stream().limit(SHOWN).forEach(this::failed);
            more(status.waits().size());
        }
    }

    /** What is left to owners, and how it is given back. */
    private void owners() {
        OwnersDoings owners = status.owners();
        if (!owners.all().isEmpty()) {
            line("owners", owners.sentence());
            owners.all().stream().limit(SHOWN).forEach(each -> line("", "- " + each.told()));
            more(owners.all().size());
            line("", "→ contact-sync repair --mailbox " + ShellWord.of(owners.all().get(0).mailbox()) + " --person "
                    + ShellWord.of(owners.all().get(0).person()));
        }
    }

    private void failed(CauseRows.Row row) {
        line("", "! " + Amounts.count(row.count()) + ": " + row.why()
                + (row.first().isEmpty() ? "" : " (" + row.named() + ")")
                + (row.next().isEmpty() ? "" : " → " + row.next()));
    }

    private void more(int number) {
        if (number > SHOWN) {
            line("", TroubleLines.more(number, SHOWN));
        }
    }

    private String size() {
        String parts = status.size().parts().entrySet().stream().filter(part -> !part.getKey().isEmpty())
                .map(part -> part.getKey() + " " + Bytes.told(part.getValue())).collect(Collectors.joining(", "));
        return Bytes.told(status.size().all()) + (parts.isEmpty() ? "" : " (" + parts + ")");
    }

    private void line(String name, String text) {
        String head = String.format(Locale.ROOT, NAME, name);
        (wrapped ? Wrapped.lines(head + text, " ".repeat(head.length())) : List.of(head + text)).forEach(out::println);
    }
}
