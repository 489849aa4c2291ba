package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Kept;
import io.contactsync.core.Outcome;
import io.contactsync.core.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a worker tells of a mailbox is read as it was told, or not at all. */
class AccountTest {

    private static final SharedKeys KEYS = RandomAccounts.KEYS;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MAPS = List.of("counts", "members");

    private static final Plan TWENTY = new Plan(IntStream.range(0, 20).mapToObj(number ->
            Change.create(new ContactKey("staff", "id " + number), Change.NEW, "hash")).toList(), 0, 0, Kept.NOTHING,
            Set.of());

    private final RandomAccounts random = new RandomAccounts();

    private static List<Object> plain(MailboxAccount account) {
        return account.parts().stream().<Object>map(part -> part instanceof AccountPart.Wrote wrote
                ? List.of(wrote.line().event(), wrote.line().members()) : part).toList();
    }

    @Test
    void itIsReadAsItWasTold() {
        for (int time = 0; time < 500; time++) {
            MailboxAccount told = random.account();
            MailboxAccount read = read(told);
            assertThat(read).as("seed %d, account %d", RandomAccounts.SEED, time).isNotNull();
            assertThat(plain(read)).isEqualTo(plain(told));
            assertThat(read).usingRecursiveComparison().ignoringFields("parts").isEqualTo(told);
        }
    }

    @Test
    void whatIsCutOffIsNone() {
        byte[] whole = random.account().bytes(KEYS);
        IntStream.range(0, whole.length).forEach(length -> assertThat(
                MailboxAccount.read(Arrays.copyOf(whole, length), KEYS)).as("its first %d bytes", length).isNull());
    }

    @Test
    void whatNamesNoChangeOfItsPlanIsNone() {
        String text = new String(random.account().bytes(KEYS), StandardCharsets.UTF_8);
        assertThat(MailboxAccount.read(text.replace("\"parts\":[", "\"parts\":[[3,[99,\"APPLIED\",\"\",null,null]],")
                .getBytes(StandardCharsets.UTF_8), KEYS)).isNull();
    }

    /** It costs no try: a mailbox that is told to wait 1 s has 1,800 of them in its 30 minutes. */
    @Test
    void whatGraphHasNoTimeForIsReadHoweverOftenItIsSent() {
        List<AccountPart> parts = List.of(new AccountPart.Intended(TWENTY.changes()),
                RandomAccounts.later(TWENTY.changes()));
        MailboxAccount told = random.account(TWENTY, repeated(1_800, parts));
        assertThat(plain(read(told))).isEqualTo(plain(told));
    }

    /** A few bytes that say 'all of them', again and again, would be much for who writes them down. */
    @Test
    void whatIsIntendedAgainAlthoughNothingCameOfItIsNone() {
        AccountPart all = new AccountPart.Intended(TWENTY.changes());
        List<Change> back = new ArrayList<>(TWENTY.changes());
        Collections.reverse(back);
        assertThat(read(random.account(TWENTY, repeated(2, List.of(all))))).isNotNull();
        assertThat(read(random.account(TWENTY, repeated(3, List.of(all))))).isNull();
        assertThat(read(random.account(TWENTY, repeated(3, List.of(new AccountPart.Intended(back)))))).isNull();
        AccountPart one = RandomAccounts.later(TWENTY.changes().subList(0, 1));
        assertThat(read(random.account(TWENTY, repeated(1_000, List.of(all, one))))).as("for one of them").isNull();
    }

    private static List<AccountPart> repeated(int times, List<AccountPart> parts) {
        return Collections.nCopies(times, parts).stream().flatMap(List::stream).toList();
    }

    /** Members of members too: whoever takes an account in asks nothing any more. */
    @Test
    void whatLacksSomethingIsNone() throws IOException {
        JsonNode whole = JSON.readTree(random.planned().bytes(KEYS));
        assertThat(read(whole)).isNotNull();
        lacks(whole, whole.get("rest"));
        assertThat(read(whole)).as("with all of it").isNotNull();
    }

    private static void lacks(JsonNode whole, JsonNode part) throws IOException {
        List<String> names = new ArrayList<>();
        part.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode value = ((ObjectNode) part).remove(name);
            assertThat(read(whole)).as("without %s of %s", name, part).isNull();
            ((ObjectNode) part).putNull(name);
            boolean mayBe = name.equals("plan") || name.equals("contactId") && part.has("fate");
            assertThat(read(whole) != null).as("null for %s of %s", name, part).isEqualTo(mayBe);
            ((ObjectNode) part).set(name, value);
            if (!MAPS.contains(name)) {
                lacks(whole, value);
            }
        }
        for (JsonNode element : part.isArray() ? part : List.<JsonNode>of()) {
            lacks(whole, element);
        }
    }

    private static MailboxAccount read(MailboxAccount told) {
        return MailboxAccount.read(told.bytes(KEYS), KEYS);
    }

    private static MailboxAccount read(JsonNode whole) throws IOException {
        return MailboxAccount.read(JSON.writeValueAsBytes(whole), KEYS);
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
        MailboxAccount account = random.account(new Plan(creates, 0, 0, new Kept(Map.of(), Set.of()), Set.of()),
                List.of(new AccountPart.Intended(creates), new AccountPart.Came(outcomes)));
        int bytes = account.bytes(new SharedKeys(rendered)).length;
        assertThat(bytes / contacts).as("bytes a contact").isBetween(20, 80);
    }

    private static String id(int number) {
        return "AAMkAGI2TGuLAAA" + "x".repeat(120) + String.format("%012d", number);
    }
}
