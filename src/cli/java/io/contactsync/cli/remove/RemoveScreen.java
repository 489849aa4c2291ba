package io.contactsync.cli.remove;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.contactsync.cli.screen.Layout;
import io.contactsync.cli.words.Amounts;
import io.contactsync.cli.words.CauseRows;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.Reach;
import io.contactsync.run.MailboxLine;
import io.contactsync.run.ExitCode;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunSettings;

/**
 * What would be taken out, on one screen: how much of which source, where it cannot be reached, what stays, and what
 * brings it back.
 *
 * @param plan the plan that was made
 * @param category name of our category
 * @param tenantId directory id of the customer
 */
record RemoveScreen(RunReport plan, RunSettings settings, String category, String tenantId, Layout layout) {

    private static final int NAMED = 5;
    private static final String NAME = "%-12s";
    private static final String INDENT = " ".repeat(12);

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        say(lines, "remove", plan.changes().isEmpty() ? nothing() : what());
        bySource().forEach((source, changes) -> say(lines, "", source + ": " + Amounts.of(size(changes), "contact")
                + " of " + people(changes)));
        long doubles = size(plan.changes().stream().filter(PlannedChange::isSweep).toList());
        if (doubles > 0) {
            say(lines, "", Amounts.of(doubles, "of them stands", "of them stand") + " beside another one of the same "
                    + "person: what its owner made of a copy loses our marks and stays");
        }
        String head = "not reached";
        for (CauseRows.Row row : CauseRows.of(plan)) {
            say(lines, head, Amounts.mailboxes(row.count()) + " " + row.status() + ": " + row.why() + ": "
                    + row.named() + (row.next().isEmpty() ? "" : " → " + row.next()));
            head = "";
        }
        plan.problems().forEach(problem -> say(lines, "! problem", problem));
        plan.notes().forEach(note -> say(lines, "note", note));
        say(lines, "stays", "the name '" + category + "' in the category lists of the mailboxes: mails and events may "
                + "carry it");
        say(lines, "plan", plan.id() + " · nothing has been written");
        return lines;
    }

    private String nothing() {
        return plan.exit() == ExitCode.FAILED ? "nothing is planned: the run failed"
                : "nothing: no contact of ours is there, of those that are meant, in "
                + Amounts.mailboxes(plan.totals().done());
    }

    private String what() {
        return Amounts.of(size(plan.changes()), "contact") + " of ours out of " + Amounts.mailboxes(reached())
                + ", looked into " + Amounts.count(plan.totals().total() - plan.totals().skipped());
    }

    private Map<String, List<PlannedChange>> bySource() {
        return plan.changes().stream().collect(Collectors.groupingBy(change -> change.key().source(), TreeMap::new,
                Collectors.toList()));
    }

    private static long size(Collection<PlannedChange> changes) {
        return changes.stream().mapToLong(change -> change.reach().size()).sum();
    }

    private long reached() {
        return plan.changes().stream().map(PlannedChange::reach).reduce(Reach.NONE, Reach::and).size();
    }

    private static String people(List<PlannedChange> changes) {
        Map<String, String> people = new LinkedHashMap<>();
        changes.forEach(change -> people.put(change.key().text(), change.name().isEmpty() ? change.key().id()
                : change.name()));
        return people.size() > NAMED ? Amounts.of(people.size(), "person", "people")
                : String.join(", ", people.values());
    }

    /** What the question is about, in one sentence. */
    String question() {
        return Amounts.of(size(plan.changes()), "contact") + " in " + Amounts.mailboxes(reached())
                + " will be deleted.";
    }

    /**
     * What to type: the domain that most of the mailboxes have, for it was read in this very tenant; else its id. The
     * organisation's own name needs a permission that this program does not ask for.
     */
    String tenant() {
        Map<String, Long> domains = plan.mailboxes().stream().map(MailboxLine::address)
                .filter(text -> text.contains("@"))
                .map(text -> text.substring(text.lastIndexOf('@') + 1)).collect(Collectors.groupingBy(name -> name,
                TreeMap::new, Collectors.counting()));
        return domains.entrySet().stream().max(Comparator.comparing(Map.Entry::getValue)).map(Map.Entry::getKey)
                .orElse(tenantId);
    }

    /** What would bring them back, and what to do against it. */
    List<String> after() {
        List<String> lines = new ArrayList<>();
        List<String> back = bySource().keySet().stream().filter(settings.sources()::contains).toList();
        if (!back.isEmpty()) {
            say(lines, "! next run", "it creates again what " + String.join(", ", back)
                    + (back.size() == 1 ? " names" : " name") + " for mailboxes that are targets: before it, take a "
                    + "source out of sync.sources and name it in sync.retired-sources, leave people out with "
                    + "source.<name>.exclude-…, mailboxes with targets.from, or stop 'contact-sync serve' for good");
        }
        return lines;
    }

    private void say(List<String> lines, String name, String text) {
        lines.addAll(layout.sentence(String.format(Locale.ROOT, NAME, name) + text, INDENT));
    }
}
