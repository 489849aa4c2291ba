package io.contactsync.cli.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.contactsync.cli.words.Amounts;
import io.contactsync.core.CandidateMatch.Kind;
import io.contactsync.run.AdoptOrder;
import io.contactsync.run.FormerContact;
import io.contactsync.run.RunReport;

/**
 * Contacts of a former tool that stand beside ours, or will: by person, and by mailbox.
 *
 * @param typed the marks and mailboxes as they are typed
 */
public record DuplicatesScreen(RunReport report, AdoptOrder order, String typed, Layout layout) {

    private static final int MOST = 12;

    /** The lines. */
    public List<String> lines() {
        List<FormerContact> all = beside(report);
        List<String> lines = new ArrayList<>(FormerScreen.head(order, report, layout));
        lines.add("           " + Amounts.of(FormerScreen.sum(all), "stands", "stand")
                + " beside ours, or will after the next run");
        if (!all.isEmpty()) {
            lines.add("");
            lines.add("by person");
            rows(all.stream().sorted(Comparator.comparingInt((FormerContact each) -> -each.reach().size()))
                    .map(this::person).toList(), lines);
            lines.add("");
            lines.add("by mailbox");
            rows(IntStream.range(0, report.mailboxes().size()).boxed().filter(place -> count(all, place) > 0)
                    .sorted(Comparator.comparingInt(place -> -count(all, place))).map(place -> mailbox(all, place))
                    .toList(), lines);
        }
        report.problems().forEach(problem -> lines.addAll(layout.sentence(Signs.WAIT + problem, "  ")));
        lines.add("");
        lines.add("nothing has been written");
        lines.addAll(next(all));
        return lines;
    }

    private List<String> next(List<FormerContact> all) {
        List<String> lines = new ArrayList<>();
        if (all.stream().anyMatch(each -> each.kind() == Kind.CERTAIN)) {
            lines.addAll(layout.sentence("take them over    contact-sync adopt " + typed + " --dry-run", "  "));
        }
        if (all.stream().anyMatch(each -> each.kind() == Kind.DOUBLE)) {
            lines.addAll(layout.sentence("take out doubles  " + FormerScreen.removal(typed), "  "));
        }
        return lines;
    }

    /** Those of a report that stand beside ours, or will. */
    public static List<FormerContact> beside(RunReport report) {
        return report.former().stream().filter(each -> each.kind() != Kind.UNMATCHED).toList();
    }

    private static int count(List<FormerContact> all, int place) {
        return (int) all.stream().filter(each -> each.reach().contains(place)).count();
    }

    private void rows(List<String> rows, List<String> lines) {
        int shown = layout.fits() ? Math.min(MOST, rows.size()) : rows.size();
        lines.addAll(rows.subList(0, shown));
        if (shown < rows.size()) {
            lines.add(Signs.BELOW + "and " + Amounts.count(rows.size() - shown) + " more: --csv names all");
        }
    }

    private String person(FormerContact contact) {
        String state = switch (contact.kind()) {
            case DOUBLE -> ", beside ours by " + contact.by().word();
            case CERTAIN -> ", will be by " + contact.by().word();
            default -> ", perhaps beside " + String.join(" or ", contact.with());
        };
        return layout.ends(Signs.BELOW + FormerScreen.called(contact) + state,
                "in " + Amounts.mailboxes(contact.reach().size()));
    }

    private String mailbox(List<FormerContact> all, int place) {
        return layout.ends(Signs.BELOW + report.mailboxes().get(place).called(),
                Amounts.count(count(all, place)) + " of " + Amounts.of(count(report.former(), place), "contact"));
    }
}
