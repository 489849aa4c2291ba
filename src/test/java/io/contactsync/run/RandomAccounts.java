package io.contactsync.run;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Drifted;
import io.contactsync.core.FieldChange;
import io.contactsync.core.Hold;
import io.contactsync.core.Kept;
import io.contactsync.core.Limit;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;
import io.contactsync.core.Plan;
import io.contactsync.core.SeenContent;
import io.contactsync.core.Tally;
import io.contactsync.core.Writes;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.JournalEntry;
import io.contactsync.microsoftgraph.GraphStatistics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a worker might tell of alice's mailbox, every time something else. */
final class RandomAccounts {

    private static final List<String> TEXTS = List.of("", "0", "new", "a\"b\\c", "Zoë 😀", "[1]", "\u2028", "null",
            "12");
    static final long SEED = 7;

    static final SharedKeys KEYS = new SharedKeys(IntStream.range(0, 25).mapToObj(number ->
            new RenderedContact(new ContactKey("staff", "id " + number), "id" + number, "", null, null)).toList());

    private static final Hold HOLD = new Hold("id", Hold.Kind.DELETES, "alice", 4, 9, new Limit(1, 10), "why",
            Set.of(new ContactKey("staff", "7")), Map.of("alice", "id"), "4 of 9");

    final Random random = new Random(SEED);

    private String text() {
        return random.nextInt(3) == 0 ? "id" + random.nextInt(1000) : TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private String maybe() {
        return random.nextBoolean() ? null : text();
    }

    Change change() {
        Action action = Action.values()[random.nextInt(3)];
        Writes writes = random.nextInt(4) > 0 ? Writes.ALL
                : new Writes(Set.of(text()), random.nextBoolean() ? null : List.of(text()), random.nextBoolean());
        return new Change(action, new ContactKey("staff", "id " + random.nextInt(50)),
                action == Action.CREATE ? null : text(), text(), maybe(), maybe(), maybe(), maybe(), writes);
    }

    private Outcome outcome(Plan plan) {
        Change change = plan == null || random.nextInt(5) == 0 ? change()
                : plan.changes().get(random.nextInt(plan.changes().size()));
        return new Outcome(change, Outcome.Kind.values()[random.nextInt(7)], text(), maybe(), maybe());
    }

    private AccountPart part(Plan plan) {
        int from = plan == null ? 0 : random.nextInt(plan.changes().size());
        return switch (random.nextInt(4)) {
            case 0 -> new AccountPart.Wrote(JournalEntry.of(Grammar.PLAN).with("mailbox", "alice").with("create", 5)
                    .with("settled", true).with("many", 1L << 40).with("hold", maybe()).with("list", List.of("a", 1)));
            case 1 -> new AccountPart.Intended(
                    plan == null ? List.of() : plan.changes().subList(from, plan.changes().size()));
            case 2 -> new AccountPart.Intended(outcomes(plan).stream().map(Outcome::change).distinct().toList());
            default -> new AccountPart.Came(outcomes(plan));
        };
    }

    private List<Outcome> outcomes(Plan plan) {
        return IntStream.range(0, random.nextInt(5)).mapToObj(place -> outcome(plan)).toList();
    }

    /** Of a mailbox that was planned, or not. */
    MailboxAccount account() {
        Plan plan = random.nextInt(5) == 0 ? null : plan();
        return account(plan, parts(plan));
    }

    /** Of one that was. */
    MailboxAccount planned() {
        Plan plan = plan();
        return account(plan, parts(plan));
    }

    private List<AccountPart> parts(Plan plan) {
        return IntStream.range(0, 9).mapToObj(place -> part(plan)).flatMap(RandomAccounts::whole).toList();
    }

    /** What was intended has come to something before it is intended again. */
    private static Stream<AccountPart> whole(AccountPart part) {
        return part instanceof AccountPart.Intended intended ? Stream.of(part, later(intended.changes()))
                : Stream.of(part);
    }

    /** Graph has no time for them. */
    static AccountPart later(List<Change> changes) {
        return new AccountPart.Came(changes.stream()
                .map(change -> new Outcome(change, Outcome.Kind.RETRY_LATER, "429", change.contactId())).toList());
    }

    private Plan plan() {
        List<Drifted> drift = List.of(new Drifted(new ContactKey("staff", "8"), "c",
                List.of(new FieldChange("mobilePhone", "1", text())), Drifted.Fate.RESTORED));
        return new Plan(IntStream.range(0, 1 + random.nextInt(9)).mapToObj(place -> change()).toList(), 3, 2,
                new Kept(Map.of(Kept.Reason.UNSETTLED, 4), Set.of("other")), Set.of(new ContactKey("staff", "9")),
                List.of(), drift);
    }

    MailboxAccount account(Plan plan, List<AccountPart> parts) {
        List<SeenContent> seen = List.of(new SeenContent("c", new ContactKey("staff", "1"), "~h", text(), "{}"));
        return new MailboxAccount(new MailboxResult("alice", MailboxResult.Status.DONE, text(), Tally.NONE, 1), "run",
                "hash", plan, List.of(HOLD), seen, parts, Duration.ofSeconds(2), true, new GraphStatistics(1, 2, 3, 4),
                new byte[] {1, -1});
    }

    /** The same with one character that is another one. */
    byte[] noisy(byte[] whole) {
        byte[] noisy = whole.clone();
        noisy[random.nextInt(noisy.length)] = (byte) "09[]{},\":xn".charAt(random.nextInt(11));
        return noisy;
    }
}
