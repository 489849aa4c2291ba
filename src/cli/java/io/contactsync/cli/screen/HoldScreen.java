package io.contactsync.cli.screen;

import io.contactsync.core.Printable;
import io.contactsync.core.Times;
import io.contactsync.journal.KnownHold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One hold with all that a person needs to decide.
 *
 * @param id as it is told apart from others
 * @param now what its age is seen from
 */
public record HoldScreen(KnownHold hold, String id, Instant now, Times times) {

    /** More names than these are not read on a screen. */
    private static final int SHOWN = 20;
    private static final int MAILBOXES = 2;
    /** A line does not end in the middle of a name. */
    private static final char TIED = '\u00a0';
    private static final String INDENT = " ".repeat(10);

    /** In 80 columns. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(Wrapped.lines(HoldText.because(hold), "  "));
        lines.addAll(people());
        lines.addAll(fact("effect", HoldText.effect(hold)
                + (hold.kind().isOfEverything() ? ": nothing is written" : "; everything else of the run went on")));
        if (!hold.members().isEmpty()) {
            lines.addAll(fact("in", mailboxes()));
        }
        lines.addAll(fact("since",
                times.minute(hold.since()) + ", " + HoldText.age(hold, now) + ", last by run " + hold.run()));
        lines.addAll(decision());
        return lines;
    }

    /** Piped: one fact a line, its name first. */
    public List<String> piped() {
        List<String> lines = new ArrayList<>(
                List.of("hold " + hold.id(), "kind " + hold.kind().word(), "sentence " + HoldText.because(hold),
                        "effect " + HoldText.effect(hold), "since " + hold.since(), "run " + hold.run(),
                        "decision " + HoldText.decision(hold, times)));
        who().forEach(name -> lines.add("who " + name));
        hold.members().keySet().stream().sorted().forEach(mailbox -> lines.add("mailbox " + mailbox));
        return lines;
    }

    private List<String> who() {
        return (hold.names().isEmpty() ? hold.keys() : hold.names()).stream().map(Printable::line).toList();
    }

    private List<String> people() {
        List<String> who = who();
        if (who.isEmpty()) {
            return List.of();
        }
        int unnamed = hold.names().isEmpty() ? 0 : hold.keys().size() - hold.names().size();
        int more = Math.max(0, who.size() - SHOWN);
        List<String> all = new ArrayList<>(who.stream().limit(SHOWN).toList());
        if (more > 0) {
            all.add("… " + more + " more");
        }
        if (unnamed > 0) {
            all.add(unnamed + " whose names are not known");
        }
        String list = all.stream().map(name -> name.replace(' ', TIED)).collect(Collectors.joining(TIED + "· "));
        return Wrapped.lines("  " + list + (hold.names().isEmpty() ? " (names not known)" : ""), "  ").stream()
                .map(line -> line.replace(TIED, ' ')).toList();
    }

    private String mailboxes() {
        int more = hold.members().size() - MAILBOXES;
        return hold.members().keySet().stream().sorted().limit(MAILBOXES).collect(Collectors.joining(", "))
                + (more > 0 ? " +" + more : "");
    }

    private List<String> decision() {
        List<String> lines = new ArrayList<>();
        if (hold.decision() != null) {
            lines.addAll(fact("decision",
                    HoldText.decision(hold, times) + (hold.isApproved() ? ": the next run carries it out"
                            : ": it stays held, and is not asked again"
                                    + (hold.kind().isOfEverything() ? "; " + HoldText.stopped(hold) : ""))));
        }
        if (!hold.isApproved()) {
            lines.addAll(fact("approve", "contact-sync holds approve " + id));
        }
        if (!hold.isRejected()) {
            lines.addAll(fact("reject", "contact-sync holds reject " + id));
        }
        if (!hold.isApproved()) {
            lines.addAll(fact("or", hold.kind().end(!hold.settings().isEmpty())));
        }
        return lines;
    }

    private static List<String> fact(String name, String what) {
        return Wrapped.lines(String.format(Locale.ROOT, "%-10s", name) + what, INDENT);
    }
}
