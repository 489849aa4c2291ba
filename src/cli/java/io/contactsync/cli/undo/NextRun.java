package io.contactsync.cli.undo;

import io.contactsync.cli.screen.Layout;
import io.contactsync.core.Action;
import io.contactsync.run.RunReport;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the run after an undo does, and what to do against it.
 *
 * @param report the undo, or its plan
 */
record NextRun(RunReport report, Layout layout) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (report.changes().isEmpty()) {
            return lines;
        }
        say(lines, "the next run makes mailboxes as the sources say: what a source still says, it does again. Correct "
                + "the source, or leave people out with source.<name>.exclude-..., before it is due");
        TreeSet<String> back = report.changes().stream().filter(change -> change.action() == Action.CREATE)
                .map(change -> change.key().source()).collect(Collectors.toCollection(TreeSet::new));
        if (!back.isEmpty()) {
            say(lines, "deletions of " + String.join(", ", back) + " wait for a person in it: contact-sync holds");
        }
        return lines;
    }

    private void say(List<String> lines, String sentence) {
        lines.addAll(layout.sentence("next: " + sentence, "      "));
    }
}
