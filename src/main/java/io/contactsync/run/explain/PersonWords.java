package io.contactsync.run.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in how many mailboxes somebody is, since when, and where not and why: the counts add up to the targets of the
 * latest run.
 */
public final class PersonWords {

    private static final String THERE = "have the contact";
    private static final int HOLDS = 3;
    private static final int REMEDIES = 3;

    private final PersonFacts facts;
    private final Words words;
    private final Groups groups = new Groups();
    private final Map<String, Integer> held = new TreeMap<>();
    private final Set<String> remedies = new LinkedHashSet<>();

    private PersonWords(PersonFacts facts, Words words) {
        this.facts = facts;
        this.words = words;
    }

    /** The answer. */
    public static Explanation explain(PersonFacts facts, Words words) {
        return new PersonWords(facts, words).answer();
    }

    private Explanation answer() {
        String called = facts.who().called();
        if (facts.run() == null) {
            return new Explanation("no-run", called + ": no run has written anything yet.", lines(), List.of(),
                    List.of("contact-sync plan"), List.of());
        }
        facts.run().boxes().forEach((mailbox, box) ->
                groups.add(kind(mailbox, box), facts.names().getOrDefault(mailbox, mailbox)));
        String rest = !facts.run().isHeld() ? "the latest run did not come to them"
                : "the whole run waits for an approval" + Words.hold(facts.run().waiting().ofEverything());
        groups.addMany(rest, facts.run().targets() - facts.run().boxes().size());
        int there = groups.count(THERE) + held.values().stream().mapToInt(Integer::intValue).sum();
        String sentence = String.format(Locale.ROOT, "%s is in %,d of %,d mailboxes", called, there,
                Math.max(facts.run().targets(), facts.run().boxes().size()));
        return new Explanation(there > 0 ? "there" : "nowhere", sentence + because() + waiting() + ".", lines(),
                groups.list(THERE), next(), notes());
    }

    /** What waits for a person, and where. */
    private String waiting() {
        return held.entrySet().stream().map(hold -> String.format(Locale.ROOT,
                "; in %,d of them the deletion waits for an approval%s", hold.getValue(), hold.getKey())).sorted()
                .collect(Collectors.joining());
    }

    /** The hold on the deletion there, as it stands behind a sentence; null if it does not wait. */
    private String hold(String mailbox, Box box) {
        if (!facts.who().isNamed() && facts.reading().state().equals("held")) {
            return Words.hold(facts.run().waiting().ofSource(facts.who().source()));
        }
        return facts.who().isNamed() || box.hold().isEmpty() ? null
                : Words.hold(facts.run().waiting().inMailbox(mailbox));
    }

    /** What concerns all mailboxes alike. */
    private String because() {
        return switch (facts.who().standing()) {
            case NAMED -> "";
            case EXCLUDED, REFUSED -> ": " + facts.who().gone();
            case LEFT -> ": " + facts.who().gone() + account();
            case UNKNOWN -> ": " + facts.who().source() + " does not name them" + account();
        };
    }

    private String account() {
        boolean known = facts.account() == Account.NOT_ASKED || facts.account() == Account.ACTIVE;
        return known ? "" : " - " + facts.account().words();
    }

    private String kind(String mailbox, Box box) {
        History history = facts.histories().getOrDefault(mailbox, History.NONE).refused(facts.refused());
        if (facts.rules().isOwnCard(facts.who(), mailbox)) {
            return "nobody gets their own card";
        }
        if (history.unclear()) {
            return "a create is in doubt";
        }
        if (!history.trouble().isEmpty()) {
            remedies.add(words.remedy(history.trouble(), Words.MEND, facts.typed()));
            return "not written: " + words.cause(history.trouble());
        }
        if (history.isThere(box, facts.remembered())) {
            return there(hold(mailbox, box));
        }
        return without(history, box);
    }

    private String there(String hold) {
        if (hold == null) {
            return THERE;
        }
        held.merge(hold, 1, Integer::sum);
        return THERE + ", and its deletion waits for an approval" + hold;
    }

    private String without(History history, Box box) {
        if (box.isSkipped()) {
            return "skipped: " + box.reason();
        }
        if (box.isFailed()) {
            return "failed in the latest run" + (box.reason().isEmpty() ? "" : ": " + box.reason());
        }
        if (box.isWaiting()) {
            return "waits in the latest run: " + box.reason();
        }
        return history.deleted() != null ? "deleted there, for nobody names them"
                : facts.who().isNamed() ? "no run has written it yet" : "never had it";
    }

    private List<Explanation.Fact> lines() {
        List<Explanation.Fact> lines = new ArrayList<>();
        Someone who = facts.who();
        String read = who.at() == null ? ""
                : " (" + (who.standing() == Standing.LEFT ? "named last " : "read ") + words.minute(who.at()) + ")";
        String incomplete = facts.reading().incomplete();
        lines.add(new Explanation.Fact("source", who.source() + switch (who.standing()) {
            case NAMED -> " names them";
            case EXCLUDED -> " leaves them out: " + who.reason();
            case REFUSED -> " refused their row: " + who.reason();
            case LEFT, UNKNOWN -> " does not name them" + account();
        } + read + incomplete));
        lines.add(new Explanation.Fact("key", who.id().isEmpty() ? "none" : who.source() + "|" + who.id()));
        lines.add(new Explanation.Fact("since", since()));
        if (facts.run() != null) {
            lines.add(new Explanation.Fact("as of", "the run " + facts.run().id()
                    + ", and the journals; no mailbox was looked at"));
        }
        return lines;
    }

    private String since() {
        List<History> there = facts.histories().values().stream().filter(History::isThere).toList();
        List<History> gone = facts.histories().values().stream().filter(each -> each.deleted() != null).toList();
        List<String> times = new ArrayList<>(times(there.isEmpty() ? gone : there, "created ", History::created));
        times.addAll(times(gone, "deleted ", History::deleted));
        if (!times.isEmpty()) {
            return String.join(", ", times);
        }
        return groups.count(THERE) > 0 || !there.isEmpty() ? "longer than the journals know"
                : "never, as far as the journals know";
    }

    /** From the first to the last; nothing if no journal tells of any. */
    private List<String> times(List<History> histories, String what, Function<History, Instant> when) {
        TreeSet<Instant> all = new TreeSet<>(histories.stream().map(when).filter(Objects::nonNull).toList());
        if (all.isEmpty()) {
            return List.of();
        }
        String first = words.minute(all.first());
        String last = words.minute(all.last());
        return List.of(what + first + (first.equals(last) ? "" : " to " + last));
    }

    private List<String> notes() {
        long released = facts.run().boxes().values().stream().filter(box -> box.released() > 0).count();
        return released == 0 ? List.of()
                : List.of(String.format(Locale.ROOT,
                        "in %,d of these mailboxes the owner took the category off some contact: explain %s <mailbox> "
                                + "shows whether off this one",
                        released, Words.quoted(facts.typed())));
    }

    private List<String> next() {
        List<String> next = new ArrayList<>(held.isEmpty() && !facts.run().isHeld() ? List.of() : holds());
        remedies.stream().limit(REMEDIES).forEach(next::add);
        next.add("one mailbox, looked at: contact-sync explain " + Words.quoted(facts.typed()) + " <mailbox>");
        return next;
    }

    /** How to let each through; the one on everything if it keeps the run from all mailboxes. */
    private List<String> holds() {
        Stream<String> ids = facts.run().isHeld() ? Stream.of(facts.run().waiting().ofEverything())
                : held.keySet().stream().map(hold -> hold.isEmpty() ? null : hold.substring(2, hold.length() - 1));
        return ids.limit(HOLDS).map(words::approval).toList();
    }
}
