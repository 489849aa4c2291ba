package io.contactsync.cli.screen;

import io.contactsync.cli.words.Amounts;
import io.contactsync.core.FieldChange;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.PlannedChange;
import io.contactsync.run.MailboxLine;
import io.contactsync.run.People;
import io.contactsync.run.RunReport;

import java.util.ArrayList;
import java.util.List;

/**
 * What a plan has for one mailbox: whom it gets, whom it loses, and what of whom changes in it.
 *
 * @param place of the mailbox in the run's list
 */
public record MailboxScreen(RunReport report, int place, Layout layout) {

    /** Lines of a terminal; one more tells of the rest. */
    private static final int MOST = 40;
    private static final int MOST_NAME = 30;

    /** The lines. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<PlannedChange> changes = People.of(report).in(place);
        head(changes, lines);
        int name = Math.min(MOST_NAME, changes.stream().mapToInt(change -> Columns.width(called(change))).max()
                .orElse(0));
        changes.forEach(change -> change(change, name, lines));
        int more = layout.fits() ? lines.size() - MOST - 1 : 0;
        if (more > 0) {
            lines.subList(MOST, lines.size()).clear();
            lines.add("… and " + Amounts.count(more + 1) + " more: | less, or --csv");
        }
        return lines;
    }

    private void head(List<PlannedChange> changes, List<String> lines) {
        MailboxLine mailbox = report.mailboxes().get(place);
        String name = mailbox.called().equals(mailbox.name()) || mailbox.name().isEmpty() ? mailbox.called()
                : mailbox.called() + ", " + mailbox.name();
        lines.addAll(layout.sentence(name + ": " + (changes.isEmpty() ? "nothing to do"
                : Amounts.changes(changes.size())) + ", "
                + Amounts.count(mailbox.unchanged()) + " as they should be", "  "));
        if (mailbox.status() != Status.DONE) {
            lines.addAll(layout.sentence(Signs.WAIT + mailbox.status().word() + (mailbox.reason().isEmpty() ? "" : ": "
                    + mailbox.reason()), "  "));
        }
    }

    private static String called(PlannedChange change) {
        return change.name().isEmpty() ? change.key().text() : change.name();
    }

    private void change(PlannedChange change, int name, List<String> lines) {
        String begin = sign(change) + layout.cell(called(change), name);
        if (change.fields().isEmpty()) {
            String why = switch (change.action()) {
                case CREATE -> "";
                case UPDATE -> change.known() ? change.reason() : "before not known";
                case DELETE -> change.reason();
            };
            lines.add(layout.line((begin + "  " + why).stripTrailing()));
        }
        for (FieldChange field : change.fields()) {
            String shown = field == change.fields().get(0) || !layout.fits() ? begin : " ".repeat(Columns.width(begin));
            String property = shown + "  " + field.property() + "  ";
            lines.add(layout.fits() ? property + Shifts.cut(field.before(), field.after(),
                    Layout.WIDTH - Columns.width(property))
                    : property + Shifts.text(field.before(), field.after()));
        }
    }

    private static String sign(PlannedChange change) {
        return switch (change.action()) {
            case CREATE -> Signs.JOIN;
            case UPDATE -> Signs.CHANGE;
            case DELETE -> Signs.LEAVE;
        };
    }
}
