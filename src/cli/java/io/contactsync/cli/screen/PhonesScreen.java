package io.contactsync.cli.screen;

import io.contactsync.cli.words.Amounts;
import io.contactsync.contact.Remark;
import io.contactsync.run.RunReport;
import io.contactsync.run.SourceLine;

import java.util.ArrayList;
import java.util.List;

/**
 * Telephone numbers of a plan's sources that were not read: where each stands, and what to do. The record holds the
 * first ones of each source.
 */
public record PhonesScreen(RunReport report, PlanMeans means, Layout layout) {

    /** The lines. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        report.sources().stream().filter(source -> source.counts().unreadPhones() > 0)
                .forEach(source -> source(source, lines));
        return lines.isEmpty() ? List.of("every telephone number was read") : lines;
    }

    private void source(SourceLine source, List<String> lines) {
        int all = source.counts().unreadPhones();
        lines.addAll(layout.sentence(source.source() + ": " + Amounts.of(all, "number")
                + " not read, and written as they stand: "
                + means.remedy(source.source()), "  "));
        List<String> told = source.notes().stream().filter(Remark::isOfUnreadPhone).toList();
        told.forEach(note -> lines.addAll(layout.sentence("  " + note, "    ")));
        if (all > told.size()) {
            lines.add("  and " + Amounts.count(all - told.size()) + " more, of which only the number is kept");
        }
    }
}
