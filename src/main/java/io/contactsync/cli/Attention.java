package io.contactsync.cli;

import io.contactsync.cli.screen.Wrapped;
import io.contactsync.core.Cause;
import io.contactsync.core.MailboxResult;
import io.contactsync.run.RunReport;

import java.io.PrintStream;
import java.util.List;

/** What of a run needs somebody's attention: problems, one line a cause with its first mailboxes, and what waits for an approval. */
final class Attention {

    private static final int SHOWN = 10;

    private final RunReport summary;
    private final boolean wrapped;
    private final PrintStream out;

    /** @param wrapped whether sentences are wrapped, for people; piped, each is one line, which can be searched */
    Attention(RunReport summary, boolean wrapped, PrintStream out) {
        this.summary = summary;
        this.wrapped = wrapped;
        this.out = out;
    }

    void show() {
        problems();
        causes();
        summary.notes().forEach(note -> say("note: " + note));
        holds();
    }

    private void problems() {
        summary.problems().stream().limit(SHOWN).forEach(problem -> say("! " + problem));
        more(summary.problems().size() - SHOWN + summary.unlisted(), "problems");
    }

    private void more(int number, String what) {
        if (number > 0) {
            say("! and " + number + " more " + what + ", see the journal");
        }
    }

    private void causes() {
        List<Cause> causes = summary.causes();
        causes.stream().limit(SHOWN).forEach(this::cause);
        more(causes.stream().skip(SHOWN).mapToInt(Cause::count).sum(), "mailboxes of other causes");
    }

    private void cause(Cause cause) {
        say((cause.status() == MailboxResult.Status.FAILED ? "! " : "- ") + cause.sentence());
        if (!cause.first().isEmpty()) {
            out.println("  " + String.join(", ", cause.first()) + (cause.count() > cause.first().size() ? " .." : ""));
        }
    }

    private void holds() {
        summary.holds().stream().limit(SHOWN).forEach(hold -> say("held: " + hold.sentence() + (hold.reason().isEmpty() ? "" : ", " + hold.reason())
                + " [" + hold.id() + "]" + (hold.isRejected() ? ", rejected by " + hold.by() : "")));
        more(summary.holds().size() - SHOWN, "that wait");
        summary.holds().stream().filter(hold -> !hold.isRejected()).findFirst()
                .ifPresent(hold -> out.println("who, why and what to do: contact-sync holds show " + hold.id()));
    }

    private void say(String sentence) {
        (wrapped ? Wrapped.lines(sentence, "  ") : List.of(sentence)).forEach(out::println);
    }
}
