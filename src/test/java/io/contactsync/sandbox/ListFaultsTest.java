package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plans under which counts, links and rows of lists are wrong. */
class ListFaultsTest {
    private static final String EVENTUAL = "ConsistencyLevel";
    private FaultBench bench;

    @AfterEach
    void close() {
        bench.close();
    }

    private void plan(String... rules) {
        bench = FaultBench.with(rules);
    }

    private JsonNode page(String target) {
        return bench.client.get(target, EVENTUAL, "eventual").json();
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("value").forEach(row -> ids.add(row.get("id").asText()));
        return ids;
    }

    private static String next(JsonNode page) {
        return page.path("@odata.nextLink").asText();
    }

    @Test
    void theCountIsWrong() {
        plan("fault: wrong-count, by: 7, times: 1");
        int wrong = page("/users?$count=true&$top=1").get("@odata.count").asInt();
        assertThat(wrong).isEqualTo(page("/users?$count=true&$top=2").get("@odata.count").asInt() + 7);
    }

    @Test
    void anEmptyPageComesFirst() {
        plan("fault: empty-page, times: 1");
        JsonNode empty = page("/users?$top=5");
        assertThat(ids(empty)).isEmpty();
        assertThat(ids(page(next(empty)))).hasSize(5).isEqualTo(ids(page("/users?$top=5")));
    }

    @Test
    void aPageLeadsToItself() {
        plan("fault: same-link");
        JsonNode page = page("/users?$top=5");
        assertThat(next(page)).isEqualTo(bench.sandbox.address().graph() + "/users?$top=5");
        assertThat(ids(page(next(page)))).isEqualTo(ids(page));
    }

    @Test
    void everNewLinksLeadToTheSameRows() {
        plan("fault: new-links");
        JsonNode first = page("/users?$top=5");
        JsonNode second = page(next(first));
        JsonNode third = page(next(second));
        assertThat(List.of(next(first), next(second), next(third))).doesNotHaveDuplicates();
        assertThat(ids(third)).hasSize(5).isEqualTo(ids(first)).isEqualTo(ids(second));
    }

    @Test
    void linksLeadToForeignServers() {
        plan("fault: foreign-link, to: 'http://user:word@127.0.0.2:9', method: GET",
                "fault: foreign-link, link: Location, to: 'https://graph.example:444'");
        assertThat(next(page("/users?$top=5")))
                .startsWith("http://user:word@127.0.0.2:9/v1.0/users?$top=5&$skiptoken=");
        assertThat(bench.create("Ann").header("Location")).startsWith("https://graph.example:444/v1.0/users('");
    }

    @Test
    void thereIsNobody() {
        plan("fault: no-rows, times: 1");
        JsonNode nobody = page("/users?$top=5");
        assertThat(ids(nobody)).isEmpty();
        assertThat(next(nobody)).isEmpty();
        assertThat(ids(page("/users?$top=5"))).hasSize(5);
    }

    @Test
    void someRowsAreMissingAndAlwaysTheSame() {
        plan("fault: lost-rows, rows: 30 %, times: 2");
        List<String> lossy = ids(page("/users?$top=200"));
        List<String> again = ids(page("/users?$top=200"));
        assertThat(lossy).isEqualTo(again).hasSizeBetween(110, 170);
        assertThat(ids(page("/users?$top=200"))).hasSize(200).containsAll(lossy);
    }

    @Test
    void aPropertyIsEmptyForEveryone() {
        plan("fault: nulled, property: assignedLicenses", "fault: nulled, property: displayName");
        page("/users?$select=id,assignedLicenses,displayName").get("value").forEach(user -> {
            assertThat(user.get("assignedLicenses")).isEmpty();
            assertThat(user.get("displayName").isNull()).isTrue();
        });
        assertThat(page("/users/" + bench.mailbox).get("displayName").isNull()).isFalse();
    }

    @Test
    void aContactJustMadeIsNotListedYetButFoundById() {
        plan("fault: stale-list, for: 10 min");
        String id = bench.create("Ann").json().get("id").asText();
        String filtered = bench.contacts + "?$filter=givenName%20eq%20'Ann'";
        assertThat(ids(page(bench.contacts + "?$top=1000"))).isNotEmpty().doesNotContain(id);
        assertThat(ids(page(filtered))).isEmpty();
        assertThat(bench.client.get(bench.contacts + "/" + id).status()).isEqualTo(200);
        bench.sandbox.letPass(Duration.ofMinutes(10));
        assertThat(ids(page(filtered))).containsExactly(id);
    }

    @Test
    void aContactJustDeletedIsListedStillButNotFoundById() {
        plan("fault: stale-list, for: 10 min, method: DELETE");
        String id = bench.managed("Ann");
        assertThat(bench.client.delete(bench.contacts + "/" + id).status()).isEqualTo(204);
        assertThat(ids(page(bench.contacts + "?$top=1000"))).contains(id);
        assertThat(bench.client.get(bench.contacts + "/" + id).status()).isEqualTo(404);
        assertThat(bench.client.delete(bench.contacts + "/" + id).status()).isEqualTo(404);
        bench.sandbox.letPass(Duration.ofMinutes(10));
        assertThat(ids(page(bench.contacts + "?$top=1000"))).doesNotContain(id);
    }
}
