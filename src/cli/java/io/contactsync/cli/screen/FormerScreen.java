package io.contactsync.cli.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contactsync.cli.words.Amounts;
import io.contactsync.core.CandidateMatch.Kind;
import io.contactsync.core.FormerRest;
import io.contactsync.core.MatchedBy;
import io.contactsync.run.AdoptOrder;
import io.contactsync.run.FormerContact;
import io.contactsync.run.People;
import io.contactsync.run.PersonChange;
import io.contactsync.run.RunReport;

/**
 * What becomes of the contacts of a former tool, on one screen: those whose owner is certain, what is written into
 * them, and those of which it is not clear whose they are, or that are nobody's.
 *
 * @param typed the marks and mailboxes as they are typed
 */
public record FormerScreen(RunReport report, AdoptOrder order, String typed, PlanMeans means, Layout layout) {

    private static final int MOST = 8;
    private static final String UNSURE = "? ";

    /** The lines. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(head(order, report, layout));
        lines.add("");
        certain(lines);
        for (Kind kind : List.of(Kind.DOUBLE, Kind.AMBIGUOUS, Kind.UNMATCHED)) {
            rest(kind, lines);
        }
        filed(lines);
        Stream.concat(report.problems().stream(), report.notes().stream()).limit(MOST)
                .forEach(sentence -> lines.addAll(layout.sentence(Signs.WAIT + sentence, "  ")));
        lines.add("");
        lines.addAll(new PlanScreen(report, means, layout).foot());
        if (of(Kind.DOUBLE).size() + of(Kind.UNMATCHED).size() > 0 && order.rest() == FormerRest.STAYS) {
            lines.addAll(layout.sentence("take out the rest " + removal(typed), "  "));
        }
        return lines;
    }

    /** The command that takes out what stands beside ours. */
    static String removal(String typed) {
        return "contact-sync adopt " + typed + " --remove-rest --dry-run";
    }

    /** What was looked for, and what was found. */
    static List<String> head(AdoptOrder order, RunReport report, Layout layout) {
        long found = sum(report.former());
        long mailboxes = report.former().stream().flatMapToInt(each -> each.reach().places()).distinct().count();
        return List.of(layout.line("marks      " + order.marks().text()),
                layout.line("found      " + Amounts.of(found, "contact") + " of it in "
                        + Amounts.mailboxes(mailboxes) + " of " + Amounts.count(report.mailboxes().size())));
    }

    static long sum(List<FormerContact> contacts) {
        return contacts.stream().mapToLong(each -> each.reach().size()).sum();
    }

    private List<FormerContact> of(Kind kind) {
        return report.former().stream().filter(each -> each.kind() == kind).toList();
    }

    private void certain(List<String> lines) {
        List<FormerContact> all = of(Kind.CERTAIN);
        if (all.isEmpty()) {
            lines.add(Signs.CATCH_UP + "nobody's contact is certain: none becomes ours");
            return;
        }
        Map<MatchedBy, Long> by = all.stream().collect(Collectors.groupingBy(FormerContact::by,
                () -> new EnumMap<>(MatchedBy.class), Collectors.summingLong(each -> each.reach().size())));
        String how = by.entrySet().stream().map(each -> Amounts.count(each.getValue()) + " by " + each.getKey().word())
                .collect(Collectors.joining(" · "));
        lines.add(layout.ends(Signs.CATCH_UP + Amounts.of(sum(all), "contact") + " certain   " + how,
                "become ours"));
        List<PersonChange> changed = People.of(report).all().stream()
                .filter(person -> !person.key().source().equals(FormerRest.SOURCE) && !person.fields().isEmpty())
                .toList();
        lines.addAll(ChangedRows.some(changed, layout).lines());
    }

    private void rest(Kind kind, List<String> lines) {
        List<FormerContact> all = of(kind).stream()
                .sorted(Comparator.comparingInt((FormerContact each) -> -each.reach().size())).toList();
        if (all.isEmpty()) {
            return;
        }
        lines.add(layout.ends(sign(kind) + Amounts.of(sum(all), "contact") + " " + words(kind), fate(kind)));
        int shown = layout.fits() ? Math.min(MOST, all.size()) : all.size();
        all.subList(0, shown).forEach(each -> lines.add(layout.ends(Signs.BELOW + called(each) + meant(each),
                "in " + Amounts.mailboxes(each.reach().size()))));
        if (shown < all.size()) {
            lines.add(Signs.BELOW + "and " + Amounts.count(all.size() - shown)
                    + " more: contact-sync duplicates " + typed + " --csv");
        }
    }

    private static String sign(Kind kind) {
        return kind == Kind.AMBIGUOUS ? UNSURE : Signs.LEAVE;
    }

    static String words(Kind kind) {
        return switch (kind) {
            case CERTAIN -> "certain";
            case DOUBLE -> "beside ours";
            case AMBIGUOUS -> "ambiguous";
            case UNMATCHED -> "of nobody whom the mailbox should hold";
        };
    }

    private String fate(Kind kind) {
        return order.rest().takes(kind) ? "are removed" : "stay";
    }

    static String called(FormerContact contact) {
        return (contact.name().isEmpty() ? "without a name" : contact.name())
                + (contact.detail().isEmpty() ? "" : " (" + contact.detail() + ")");
    }

    private static String meant(FormerContact contact) {
        return contact.kind() == Kind.AMBIGUOUS ? ", perhaps " + String.join(" or ", contact.with()) : "";
    }

    private void filed(List<String> lines) {
        long filed = sum(of(Kind.CERTAIN).stream().filter(FormerContact::filed).toList());
        if (filed > 0) {
            lines.addAll(layout.sentence(Signs.WAIT + Amounts.of(filed, "contact") + " of them "
                    + (filed == 1 ? "lies" : "lie") + " in a folder that phones do not show, and Graph can move none: "
                    + "for phones run contact-sync sync first, then this with --remove-rest", "  "));
        }
    }
}
