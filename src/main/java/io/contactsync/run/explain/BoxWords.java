package io.contactsync.run.explain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says what a mailbox lacks and why: each person by the same rules as if they had been asked for alone, so that the
 * counts add up.
 */
public final class BoxWords {

    private static final int RUNS = 5;
    private static final int REMEDIES = 3;
    /** What support asks for, and nobody else: the journal has it. */
    private static final Pattern IDS = Pattern.compile(",? (client-)?request-id [0-9A-Za-z-]+");
    private static final String THERE = "are there";
    private static final Set<Why> GOOD = EnumSet.of(Why.THERE, Why.OUTDATED, Why.TWICE, Why.IN_FOLDER);

    private final BoxFacts facts;
    private final Words words;
    private final Groups groups = new Groups();
    private final Set<String> remedies = new LinkedHashSet<>();

    private BoxWords(BoxFacts facts, Words words) {
        this.facts = facts;
        this.words = words;
    }

    /** The answer. */
    public static Explanation explain(BoxFacts facts, Words words) {
        return new BoxWords(facts, words).answer();
    }

    private Explanation answer() {
        if (Boolean.FALSE.equals(facts.target())) {
            return new Explanation("not-a-target", "The mailbox of " + facts.owner()
                    + " is none of the targets: nothing is written there.", lines(), List.of(),
                    List.of(Words.MAKE_A_TARGET), List.of());
        }
        facts.pairs().forEach(this::sort);
        if (facts.failure() != null && !facts.failure().isEmpty()) {
            return unknown();
        }
        int wanted = facts.pairs().size() - groups.count(text(Why.OWN_CARD));
        int there = GOOD.stream().map(BoxWords::text).distinct().mapToInt(groups::count).sum();
        String sentence = String.format(Locale.ROOT, "The mailbox of %s holds %,d of %,d contacts that it should "
                + "hold%s.",
                facts.owner(), there, wanted, because());
        return new Explanation(there == wanted ? "complete" : "lacking", sentence, lines(), groups.list(THERE), next(),
                List.of());
    }

    private void sort(PairFacts pair) {
        Why why = PairRules.why(pair);
        String trouble = pair.history().trouble();
        boolean refused = why == Why.REJECTED;
        groups.add(refused ? text(why) + ": " + words.cause(trouble) : text(why), pair.who().called());
        String remedy = refused ? words.remedy(trouble, "", pair.typed().person()) : "";
        if (!remedy.isEmpty() && remedies.size() < REMEDIES) {
            remedies.add(words.cause(trouble) + ": " + remedy);
        }
    }

    /** Nobody could look: of how many it holds nothing can be said. */
    private Explanation unknown() {
        boolean none = facts.failure().startsWith(Seen.NO_MAILBOX);
        String sentence = none ? "Nothing can be written into the mailbox of " + facts.owner() + ": " + facts.failure()
                : "What the mailbox of " + facts.owner() + " holds is not known: it cannot be read just now: "
                + facts.failure();
        return new Explanation(none ? "skipped" : "unreadable", sentence + ".", lines(), groups.list(THERE), next(),
                List.of());
    }

    private String because() {
        return facts.failure() == null ? ", by the journals" : "";
    }

    private static String text(Why why) {
        return switch (why) {
            case THERE -> THERE;
            case OUTDATED -> "are there, with values of before";
            case TWICE -> "stand there more than once";
            case IN_FOLDER -> "are in a folder that phones do not see";
            case OWN_CARD -> "is the owner's own card";
            case RELEASED -> "were released by the owner: the category was taken off";
            case OTHER_INSTANCE -> "are another installation's, and not doubled";
            case IN_DOUBT -> "wait until an earlier create has settled";
            case DELETED_BY_OWNER -> "were deleted by the owner, and come back with the next run";
            case REJECTED -> "were not written";
            case MAILBOX_WAITS -> "wait until earlier creates have settled";
            case MAILBOX_FAILED -> "are missing, because the mailbox failed in the latest run";
            case RUN_HELD -> "wait, because the whole run waits for an approval";
            case SKIPPED -> "cannot be written: there is no mailbox";
            case UNREADABLE -> "are not known: the mailbox cannot be read";
            default -> "come with the next run";
        };
    }

    private List<Explanation.Fact> lines() {
        List<Explanation.Fact> lines = new ArrayList<>();
        Box box = facts.run() == null ? null : facts.run().boxes().get(facts.mailbox());
        lines.add(new Explanation.Fact("id", facts.mailbox()));
        lines.add(new Explanation.Fact("target",
                facts.target() == null ? "not known, for there was no run yet" : facts.target() ? "yes" : "no"));
        if (box != null && !box.hold().isEmpty()) {
            lines.add(new Explanation.Fact("held", "its " + facts.run().waiting().what(facts.mailbox())
                    + " wait for an approval" + Words.hold(facts.run().waiting().inMailbox(facts.mailbox()))));
        }
        if (facts.unproven() > 0) {
            lines.add(new Explanation.Fact("own", facts.unproven()
                    + " contacts under our category are the owner's own, and never touched"));
        }
        facts.runs().subList(Math.max(0, facts.runs().size() - RUNS), facts.runs().size())
                .forEach(run -> lines.add(new Explanation.Fact("run", line(run))));
        return lines;
    }

    private String line(Box box) {
        return (box.at() == null ? "" : words.minute(box.at()) + "  ")
                + (box.status().isEmpty() ? "not ended" : box.status()) + "  "
                + String.format(Locale.ROOT, "+%,d ~%,d -%,d", box.created(), box.updated(), box.deleted())
                + (box.reason().isEmpty() ? "" : "  " + reason(box));
    }

    /** Without the id of this mailbox, which is told once, and without those of requests. */
    private static String reason(Box box) {
        return IDS.matcher(box.reason()).replaceAll("").replace(box.mailbox() + ": ", "");
    }

    private List<String> next() {
        List<String> next = new ArrayList<>(remedies);
        Box box = facts.run() == null ? null : facts.run().boxes().get(facts.mailbox());
        if (box != null && !box.hold().isEmpty()) {
            next.add(words.approval(facts.run().waiting().inMailbox(facts.mailbox())));
        }
        next.add("one person there: contact-sync explain <person> " + Words.quoted(facts.owner()));
        return next;
    }
}
