package io.contactsync.cli;

import io.contactsync.core.Hold;
import io.contactsync.core.MailboxResult;
import io.contactsync.run.Cause;
import io.contactsync.run.RunSummary;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** What of a run needs somebody's attention: problems, one line a cause with its first mailboxes, and what waits for an approval. */
final class Attention {

    private static final int SHOWN = 10;

    private final RunSummary summary;
    private final PrintStream out;

    Attention(RunSummary summary, PrintStream out) {
        this.summary = summary;
        this.out = out;
    }

    void show() {
        problems();
        causes();
        holds();
    }

    private void problems() {
        List<String> problems = summary.problems();
        problems.stream().limit(SHOWN).forEach(problem -> say("! " + problem));
        if (problems.size() > SHOWN) {
            say("! and " + (problems.size() - SHOWN) + " more, see the journal");
        }
    }

    private void causes() {
        List<Cause> causes = summary.causes();
        causes.stream().limit(SHOWN).forEach(this::cause);
        if (causes.size() > SHOWN) {
            int mailboxes = causes.stream().skip(SHOWN).mapToInt(Cause::count).sum();
            say("! and " + (causes.size() - SHOWN) + " more causes in " + mailboxes + " mailboxes, see the journal");
        }
    }

    private void cause(Cause cause) {
        say((cause.status() == MailboxResult.Status.FAILED ? "! " : "- ") + cause.sentence());
        out.println("  " + String.join(", ", cause.mailboxes()) + (cause.count() > cause.mailboxes().size() ? " .." : ""));
    }

    private void holds() {
        for (Hold hold : summary.holds()) {
            say("held: " + hold.sentence() + " [" + hold.id() + "]");
        }
        if (!summary.holds().isEmpty()) {
            out.println("let through what is held, in one run: contact-sync sync"
                    + summary.holds().stream().map(hold -> " --approve " + hold.id()).collect(Collectors.joining()));
        }
    }

    private void say(String sentence) {
        Wrapped.lines(sentence, "  ").forEach(out::println);
    }
}
