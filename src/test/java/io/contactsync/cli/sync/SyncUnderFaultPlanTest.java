package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.sandbox.faults.FaultPlan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs under many faults at a time, chosen by a seed, and then in quiet: what others own is as it was, nothing is there
 * twice, everything is there, and the second quiet run has nothing to do.
 */
class SyncUnderFaultPlanTest {

    private static final int CONTACTS = 40;
    private static final Duration SETTLED = Duration.ofMinutes(16);
    /** Longer than seeded plans let lists lag and let late requests take effect. */
    private static final Duration LAG = Duration.ofSeconds(7);

    @TempDir
    Path temp;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void afterTheFaultsAllIsAsItShouldBe(long seed) {
        FaultPlan plan = FaultPlan.ofSeed(seed);
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            Set<String> targets = bench.targets(new GraphClient(bench.sandbox().address()));
            targets.forEach(mailbox -> personal(bench, mailbox));
            Map<String, JsonNode> before = foreign(bench, targets, false);
            bench.sandbox().follow(plan);
            runs(bench, 2);
            settle(bench);
            runs(bench, 2);
            assertThat(bench.sandbox().faults().befallen()).as(plan.text()).isGreaterThan(10);
            bench.sandbox().faults().clear();
            settle(bench);
            Map<String, JsonNode> untouched = foreign(bench, targets, true);
            assertThat(foreign(bench, targets, false)).as(plan.text()).containsAllEntriesOf(before);
            bench.json();
            bench.letPass(SETTLED);
            quiet(bench.json(), plan.text());
            complete(bench, targets, plan.text());
            assertThat(foreign(bench, targets, true)).as(plan.text()).isEqualTo(untouched);
        }
    }

    private static void runs(SyncBench bench, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(bench.jsonAmongOwners().exit()).isIn(0, 1, 2, 3);
        }
    }

    /** As if the settle time had passed, once the service itself has come to rest. */
    private static void settle(SyncBench bench) {
        bench.sandbox().letPass(LAG);
        bench.letPass(SETTLED);
    }

    private static void personal(SyncBench bench, String mailbox) {
        bench.sandbox().tenant().createContact(mailbox,
                "{\"givenName\":\"Mother\",\"mobilePhone\":\"+1 202 555 0101\"}");
        bench.sandbox().tenant().createContact(mailbox, "{\"givenName\":\"Dentist\",\"categories\":[\"Colleagues\"]}");
    }

    private static void quiet(Result result, String plan) {
        assertThat(result.exit()).as(plan + result.out() + result.err()).isZero();
        assertThat(result.number("/changes/created") + result.number("/changes/updated")
                + result.number("/changes/deleted")).as(plan + result.out()).isZero();
    }

    private static void complete(SyncBench bench, Set<String> targets, String plan) {
        for (String mailbox : targets) {
            List<String> keys = new ArrayList<>();
            contacts(bench, mailbox).values().stream().map(SyncUnderFaultPlanTest::key).filter(key -> !key.isEmpty())
                    .forEach(keys::add);
            assertThat(keys).as(plan).hasSize(CONTACTS).doesNotHaveDuplicates();
        }
    }

    /**
     * Contacts without our key, of all mailboxes; whole but for their age, which a test changes, or without what a
     * category put on them by their owner changes.
     */
    private static Map<String, JsonNode> foreign(SyncBench bench, Set<String> targets, boolean whole) {
        Map<String, JsonNode> foreign = new TreeMap<>();
        for (String mailbox : targets) {
            contacts(bench, mailbox).forEach((id, contact) -> {
                if (key(contact).isEmpty()) {
                    foreign.put(mailbox + id, whole ? ((ObjectNode) contact).without("createdDateTime")
                            : ((ObjectNode) contact).without(List.of("createdDateTime", "categories", "changeKey",
                                    "lastModifiedDateTime", "@odata.etag")));
                }
            });
        }
        return foreign;
    }

    private static Map<String, JsonNode> contacts(SyncBench bench, String mailbox) {
        Map<String, JsonNode> contacts = new TreeMap<>();
        bench.sandbox().tenant().snapshot(mailbox)
                .forEach((id, json) -> contacts.put(id, SyncBench.parse(new String(json, StandardCharsets.UTF_8))));
        return contacts;
    }

    private static String key(JsonNode contact) {
        for (JsonNode property : contact.path("singleValueExtendedProperties")) {
            if (property.path("id").asText().equals(HiddenProperties.KEY)) {
                return property.path("value").asText();
            }
        }
        return "";
    }
}
