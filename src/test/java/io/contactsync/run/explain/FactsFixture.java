package io.contactsync.run.explain;

import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.HiddenKey;
import io.contactsync.core.Hold;
import io.contactsync.journal.JournalLine;
import io.contactsync.journal.KnownHold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Facts of Bob and of Anna's mailbox: a test changes those that it is about, the rest is as it should be. */
public final class FactsFixture {

    public static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    static final PairFacts.Rules RULES = new PairFacts.Rules("main", false, Duration.ofMinutes(15));
    static final Words.Remedies NO_REMEDIES = new Words.Remedies() {
        @Override
        public String words(String cause) {
            return cause;
        }

        @Override
        public String next(String cause) {
            return "";
        }
    };
    static final Words RELEASE = new Words(new Words.Remedies() {
        @Override
        public String words(String cause) {
            return cause.replaceFirst("(.*): 400 (.*)", "$1 ($2)");
        }

        @Override
        public String next(String cause) {
            return "correct the contact in its source, and the next run writes it; to try it as it is: "
                    + "contact-sync release <person>";
        }
    }, io.contactsync.core.Times.UTC, "Colleagues");
    static final Words WORDS = new Words(NO_REMEDIES, io.contactsync.core.Times.UTC, "Colleagues");

    private Someone who = bob(Standing.NAMED, "");
    private Account account = Account.ACTIVE;
    private PairFacts.ReadingState reading = new PairFacts.ReadingState("complete", "");
    private Boolean target = true;
    private LatestRun run = run(WaitingHolds.NOTHING, box("anna", "done", ""));
    private History history = new History(NOON.minus(Duration.ofDays(9)), null, null, NOON.minus(Duration.ofDays(9)),
            false, false, "");
    private Seen seen = new Seen(List.of(contact(true, "main", "h1", true)), "");
    private List<Someone> twins = List.of();
    private boolean remembered = true;
    private boolean recent = true;

    static Someone bob(Standing standing, String reason) {
        return new Someone("staff", "b-1", "Bob Ahrens", List.of("bob@contoso.com"), standing, reason,
                NOON.minusSeconds(60), "h1");
    }

    static CurrentContact contact(boolean category, String instance, String hash, boolean inDefault) {
        return new CurrentContact("c", "v", category, new HiddenKey(instance, new ContactKey("staff", "b-1")), hash,
                inDefault, 0);
    }

    static Box box(String mailbox, String status, String reason) {
        return new Box(mailbox, "r1", NOON.minus(Duration.ofHours(7)), status, reason, "", 10, 0, 0, 0, 0, 0, 0, 0);
    }

    static LatestRun run(WaitingHolds waiting, Box... boxes) {
        return new LatestRun("r1", NOON.minus(Duration.ofHours(7)), Math.max(1, boxes.length), Stream.of(boxes)
                .collect(Collectors.toMap(Box::mailbox, box -> box)),
                !waiting.holds().isEmpty(), waiting, List.of());
    }

    /** A hold on that source, or, of deletions, in those mailboxes. */
    static KnownHold hold(String id, String kind, String source, String sentence, String... mailboxes) {
        Map<String, String> members =
                Stream.of(mailboxes).collect(Collectors.toMap(mailbox -> mailbox, mailbox -> "member-of-" + mailbox));
        return new KnownHold(id, Hold.Kind.of(kind), source, sentence, "", List.of(), List.of(), 1, 1, members,
                false, List.of(), NOON, "r1", null, false);
    }

    static JournalLine line(Instant at, String... members) {
        Map<String, String> all = new java.util.HashMap<>();
        for (int place = 0; place < members.length; place += 2) {
            all.put(members[place], members[place + 1]);
        }
        return new JournalLine("r1", at, all);
    }

    /** Lines of one change. */
    static List<JournalLine> change(Instant at, String change, String... outcomes) {
        List<JournalLine> lines = new ArrayList<>(List.of(line(at, "event", "intent", "change", change, "key",
                "staff|b-1")));
        for (String outcome : outcomes) {
            lines.add(line(at.plusSeconds(1), "event", "outcome", "change", change, "key", "staff|b-1", "outcome",
                    outcome, "reason", outcome.equals("applied") ? "" : "why"));
        }
        return lines;
    }

    FactsFixture who(Someone other) {
        who = other;
        return this;
    }

    FactsFixture account(Account other) {
        account = other;
        return this;
    }

    FactsFixture reading(String state, String problem) {
        reading = new PairFacts.ReadingState(state, problem);
        return this;
    }

    FactsFixture target(Boolean other) {
        target = other;
        return this;
    }

    FactsFixture run(LatestRun other) {
        run = other;
        return this;
    }

    FactsFixture history(History other) {
        history = other;
        return this;
    }

    FactsFixture seen(CurrentContact... contacts) {
        seen = new Seen(List.of(contacts), "");
        return this;
    }

    FactsFixture unseen(String failure) {
        seen = failure == null ? null : new Seen(List.of(), failure);
        return this;
    }

    FactsFixture twins(Someone... others) {
        twins = List.of(others);
        return this;
    }

    FactsFixture forgotten() {
        remembered = false;
        return this;
    }

    /** The mailbox's list has since shown every recent create. */
    FactsFixture settled() {
        recent = false;
        return this;
    }

    public PairFacts facts() {
        return new PairFacts(who, account, reading, "anna", "Anna B\u00e4r",
                new PairFacts.Typed("bob@contoso.com", "anna@contoso.com"), target, run, history, seen, twins, RULES,
                remembered, recent, NOON);
    }
}
