package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Delta queries under a plan that makes lists late: what they are late with comes in a later round, and nothing is
 * lost.
 */
class StaleDeltaTest {
    /** No machine takes so long for a test that this passes by itself. */
    private static final Duration LATE = Duration.ofMinutes(10);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FaultBench bench = FaultBench.with("fault: stale-list, for: 10 min, containing: Ann",
        "fault: stale-list, for: 10 min, method: DELETE");
    private final String delta = bench.contacts + "/delta?$select=givenName";
    private String link;

    @AfterEach
    void close() {
        bench.close();
    }

    /** Ids of a round, those removed with a minus. */
    private List<String> round(String from) {
        List<String> ids = new ArrayList<>();
        JsonNode page = bench.client.get(from, "Prefer", "odata.maxpagesize=2").json();
        while (true) {
            page.get("value").forEach(row -> ids.add((row.has("@removed") ? "-" : "") + row.get("id").asText()));
            if (page.has("@odata.deltaLink")) {
                link = page.get("@odata.deltaLink").asText();
                return ids;
            }
            page = bench.client.get(page.get("@odata.nextLink").asText(), "Prefer", "odata.maxpagesize=2").json();
        }
    }

    private void comesAtLast(String entry) {
        bench.sandbox.letPass(LATE);
        assertThat(round(link)).contains(entry);
        bench.sandbox.letPass(SECOND);
        round(link); // told once more at most, for what happened within the second of the link
        bench.sandbox.letPass(SECOND);
        assertThat(round(link)).doesNotContain(entry);
    }

    @Test
    void aContactJustMadeComesInALaterRound() {
        round(delta);
        String late = bench.create("Ann").json().get("id").asText();
        String other = bench.create("Bob").json().get("id").asText();
        assertThat(round(link)).containsExactly(other);
        assertThat(round(delta)).contains(other).doesNotContain(late);
        comesAtLast(late);
    }

    @Test
    void soDoesOneWhoseMakerWantsNoBody() {
        round(delta);
        assertThat(bench.client.post(bench.contacts, "{\"givenName\":\"Ann\"}", "Prefer", "return=minimal").status())
                .isEqualTo(204);
        assertThat(round(link)).isEmpty();
        bench.sandbox.letPass(LATE);
        assertThat(round(link)).hasSize(1);
    }

    @Test
    void aContactJustDeletedIsRemovedInALaterRound() {
        String id = bench.managed("Cid");
        round(delta);
        bench.client.delete(bench.contacts + "/" + id);
        String other = bench.create("Bob").json().get("id").asText();
        assertThat(round(link)).containsExactly(other);
        comesAtLast("-" + id);
    }

    @Test
    void whatAFirstRoundStillShowsIsRemovedLaterThoughNobodyAskedBefore() {
        String id = bench.managed("Cid");
        bench.client.delete(bench.contacts + "/" + id);
        assertThat(round(delta)).contains(id);
        comesAtLast("-" + id);
    }
}
