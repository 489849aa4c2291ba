package io.contactsync.cli.screen;

import io.contactsync.cli.words.Amounts;
import io.contactsync.cli.words.Fates;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Drifted.Fate;
import io.contactsync.core.FieldChange;
import io.contactsync.run.DriftLine;
import io.contactsync.run.DriftReport;
import io.contactsync.run.RunReport;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What others have done to contacts of ours, by mailbox and person, and what becomes of it. */
public record DriftScreen(RunReport report, Layout layout) {

    private static final int MOST_NAME = 24;
    private static final int MOST = 40;
    private static final int MOST_GIVEN = 10;

    /** The lines. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        DriftReport drift = report.drift();
        for (Fate fate : Fate.values()) {
            if (drift.contacts(fate) > 0) {
                lines.addAll(layout.sentence(Fates.sentence(report, fate), "  "));
            }
        }
        if (lines.isEmpty()) {
            return List.of("nobody has changed a contact of ours");
        }
        List<String> rows = rows(drift.lines());
        int most = layout.fits() ? Math.min(MOST, rows.size()) : rows.size();
        lines.add("");
        lines.addAll(rows.subList(0, most));
        if (rows.size() > most) {
            lines.add("… and " + Amounts.count(rows.size() - most) + " lines more: | less, or --json");
        }
        return lines;
    }

    /** What stands in contacts that are given back and what will, field by field; of one person, or of all. */
    List<String> givenBack(Predicate<ContactKey> who) {
        List<DriftLine> given = report.drift().lines().stream()
                .filter(line -> line.fate() == Fate.GIVEN_BACK && who.test(line.key())).toList();
        List<String> lines = new ArrayList<>();
        if (!given.isEmpty()) {
            List<String> rows = rows(given);
            int most = layout.fits() ? Math.min(MOST_GIVEN, rows.size()) : rows.size();
            lines.add(Fates.word(Fate.GIVEN_BACK, report.isPlan()) + ", and what their owners made of them goes:");
            lines.addAll(rows.subList(0, most));
            if (rows.size() > most) {
                lines.add(layout.ends("… and " + Amounts.count(rows.size() - most) + " lines more",
                        "contact-sync plan show " + report.id() + " --drift"));
            }
        }
        return lines;
    }

    private List<String> rows(List<DriftLine> all) {
        int name = Math.min(MOST_NAME, all.stream().mapToInt(line -> Columns.width(called(line))).max().orElse(0));
        List<String> rows = new ArrayList<>();
        int mailbox = -1;
        for (DriftLine line : all) {
            if (line.mailbox() != mailbox) {
                mailbox = line.mailbox();
                rows.add(layout.line(mailbox(mailbox)));
            }
            row(line, name, rows);
        }
        return rows;
    }

    private void row(DriftLine line, int name, List<String> rows) {
        String begin = Signs.BELOW + layout.cell(called(line), name) + "  ";
        if (line.fields().isEmpty()) {
            rows.add(layout.line(begin + Fates.word(line.fate(), report.isPlan())));
        }
        for (FieldChange field : line.fields()) {
            boolean again = field != line.fields().get(0) && layout.fits();
            String property = (again ? " ".repeat(Columns.width(begin)) : begin) + field.property() + "  ";
            boolean goes = line.fate() == Fate.RESTORED || line.fate() == Fate.GIVEN_BACK;
            String before = goes ? field.before() : field.after();
            String after = goes ? field.after() : field.before();
            rows.add(layout.fits() ? property + Shifts.cut(before, after, Layout.WIDTH - Columns.width(property))
                    : property + Shifts.text(before, after) + "   "
                            + Fates.word(line.fate(), report.isPlan()));
        }
    }

    private String mailbox(int place) {
        return place >= 0 && place < report.mailboxes().size() ? report.mailboxes().get(place).called()
                : "mailbox " + place;
    }

    private static String called(DriftLine line) {
        return line.name().isEmpty() ? line.key().text() : line.name();
    }
}
