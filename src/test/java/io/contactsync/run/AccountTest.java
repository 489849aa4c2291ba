package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Kept;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;
import io.contactsync.core.Plan;
import io.contactsync.core.SeenContent;
import io.contactsync.core.Tally;
import io.contactsync.core.Writes;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.JournalEntry;
import io.contactsync.microsoftgraph.GraphStatistics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a worker tells of a mailbox is read as it was told, or not at all. */
class AccountTest {

    private static final List<String> TEXTS = List.of("", "0", "new", "a\"b\\c", "Zoë 😀", "[1]", "\u2028", "null",
            "12");
    private static final long SEED = 7;

    private static final SharedKeys KEYS = new SharedKeys(IntStream.range(0, 25).mapToObj(number ->
            new RenderedContact(new ContactKey("staff", "id " + number), "id" + number, "", null, null)).toList());

    private final Random random = new Random(SEED);

    private String text() {
        return random.nextInt(3) == 0 ? "id" + random.nextInt(1000) : TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private String maybe() {
        return random.nextBoolean() ? null : text();
    }

    private Change change() {
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
            case 0 -> new AccountPart.Wrote(JournalEntry.of(Grammar.PLAN).with("mailbox", text()).with("create", 5)
                    .with("settled", true).with("many", 1L << 40).with("hold", maybe()).with("list", List.of("a", 1)));
            case 1 -> new AccountPart.Intended(
                    plan == null ? List.of() : plan.changes().subList(from, plan.changes().size()));
            case 2 -> new AccountPart.Intended(outcomes(plan).stream().map(Outcome::change).toList());
            default -> new AccountPart.Came(outcomes(plan));
        };
    }

    private List<Outcome> outcomes(Plan plan) {
        return IntStream.range(0, random.nextInt(5)).mapToObj(place -> outcome(plan)).toList();
    }

    private MailboxAccount account() {
        Plan plan = random.nextInt(5) == 0 ? null
                : new Plan(IntStream.range(0, 1 + random.nextInt(9)).mapToObj(place -> change()).toList(), 3, 2,
                        new Kept(Map.of(Kept.Reason.UNSETTLED, 4), Set.of("other")),
                        Set.of(new ContactKey("staff", "9")));
        return account(plan, IntStream.range(0, 9).mapToObj(place -> part(plan)).toList());
    }

    private MailboxAccount account(Plan plan, List<AccountPart> parts) {
        List<SeenContent> seen = List.of(new SeenContent("c", new ContactKey("staff", "1"), "~h", text(), "{}"));
        return new MailboxAccount(new MailboxResult("alice", MailboxResult.Status.DONE, text(), Tally.NONE, 1), "run",
                "hash", plan, List.of(), seen, parts, Duration.ofSeconds(2), true, new GraphStatistics(1, 2, 3, 4),
                new byte[] {1, -1});
    }

    private static List<Object> plain(MailboxAccount account) {
        return account.parts().stream().<Object>map(part -> part instanceof AccountPart.Wrote wrote
                ? List.of(wrote.line().event(), wrote.line().members()) : part).toList();
    }

    @Test
    void itIsReadAsItWasTold() {
        for (int time = 0; time < 500; time++) {
            MailboxAccount told = account();
            MailboxAccount read = MailboxAccount.read(told.bytes(KEYS), KEYS);
            assertThat(read).as("seed %d, account %d", SEED, time).isNotNull();
            assertThat(plain(read)).isEqualTo(plain(told));
            assertThat(read).usingRecursiveComparison().ignoringFields("parts").isEqualTo(told);
        }
    }

    @Test
    void whatIsCutOffIsNone() {
        byte[] whole = account().bytes(KEYS);
        IntStream.range(0, whole.length).forEach(length -> assertThat(
                MailboxAccount.read(Arrays.copyOf(whole, length), KEYS)).as("its first %d bytes", length).isNull());
    }

    /** A number that names nothing, a word that is none: never anything but no account, or one. */
    @Test
    void noiseBreaksNothing() {
        byte[] whole = account().bytes(KEYS);
        for (int time = 0; time < 3000; time++) {
            byte[] noisy = whole.clone();
            noisy[random.nextInt(noisy.length)] = (byte) "09[]{},\":xn".charAt(random.nextInt(11));
            MailboxAccount read = MailboxAccount.read(noisy, KEYS);
            assertThat(read == null || read.parts() != null).isTrue();
        }
        String text = new String(whole, StandardCharsets.UTF_8);
        assertThat(MailboxAccount.read(text.replace("\"parts\":[", "\"parts\":[[3,[99,\"APPLIED\",\"\",null,null]],")
                .getBytes(StandardCharsets.UTF_8), KEYS)).as("of a change that is not there").isNull();
    }

    /** A few bytes that say 'all of them', again and again, would be much for who writes them down. */
    @Test
    void whatWasIntendedMoreOftenThanAnybodyTriesIsNone() {
        Plan plan = new Plan(IntStream.range(0, 50).mapToObj(place -> change()).toList(), 0, 0,
                new Kept(Map.of(), Set.of()), Set.of());
        AccountPart all = new AccountPart.Intended(plan.changes());
        assertThat(MailboxAccount.read(account(plan, Collections.nCopies(100, all)).bytes(KEYS), KEYS)).isNotNull();
        assertThat(MailboxAccount.read(account(plan, Collections.nCopies(200, all)).bytes(KEYS), KEYS)).isNull();
    }

    @Test
    void whatLacksSomethingIsNone() {
        String whole = new String(account().bytes(KEYS), StandardCharsets.UTF_8);
        for (String member : List.of("result", "journal", "hash", "holds", "seen", "told", "asked", "known")) {
            String lacking = whole.replaceFirst("\"" + member + "\":", "\"" + member + "\":null,\"other\":");
            assertThat(MailboxAccount.read(lacking.getBytes(StandardCharsets.UTF_8), KEYS)).as(member).isNull();
        }
    }

    /** A letter of 100,000 bytes is one that the broker puts on its disk. */
    @Test
    void aContactTakesFewBytes() {
        int contacts = 500;
        List<RenderedContact> rendered = IntStream.range(0, contacts).mapToObj(number -> new RenderedContact(
                new ContactKey("customers", id(number)), "hash of 22 characters" + number, "", null, null)).toList();
        List<Change> creates = rendered.stream()
                .map(contact -> Change.create(contact.key(), Change.NEW, contact.hash())).toList();
        List<Outcome> outcomes = creates.stream().map(create -> new Outcome(create, Outcome.Kind.APPLIED, "201",
                id(create.hashCode()), "CQAAABYAAAD" + create.hashCode())).toList();
        MailboxAccount account = account(new Plan(creates, 0, 0, new Kept(Map.of(), Set.of()), Set.of()),
                List.of(new AccountPart.Intended(creates), new AccountPart.Came(outcomes)));
        int bytes = account.bytes(new SharedKeys(rendered)).length;
        assertThat(bytes / contacts).as("bytes a contact").isBetween(20, 80);
    }

    private static String id(int number) {
        return "AAMkAGI2TGuLAAA" + "x".repeat(120) + String.format("%012d", number);
    }
}
