package io.contactsync.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What plans make of a page of changes, and when. */
class DeltaFaultsTest {
    private static final ServiceRequest DELTA = new ServiceRequest("GET", "/users/delta", Map.of(), new byte[0], false,
            new ServiceRequest.Caller("http://graph/v1.0", Set.of()));
    private final AtomicLong nanos = new AtomicLong();

    private PlannedFaults plan(String rule) {
        return new PlannedFaults(FaultPlan.parse("test", "faults:\n  - {" + rule + "}\n"),
                new Surroundings(null, null, GraphReadings.assumed()), nanos::get);
    }

    private static ObjectNode answer(Effect effect) {
        List<Map<String, Object>> rows =
                IntStream.range(0, 20).mapToObj(i -> Map.<String, Object>of("id", "user" + i)).toList();
        ServiceResponse right = ServiceResponse.ok(new JsonBytes(500)
                .value(Map.of("value", rows, "@odata.deltaLink", "https://graph/v1.0/users/delta?$deltatoken=t")));
        return JsonBodies.object(effect.answer(right).body());
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("value").forEach(row -> ids.add(row.get("id").asText()));
        return ids;
    }

    @Test
    void someEntriesComeTwiceAndAllInAnotherOrder() {
        List<String> ids = ids(answer(plan("fault: delta-replay").take(DELTA, Place.ALONE)));
        assertThat(ids).hasSizeBetween(23, 39).isNotEqualTo(ids.stream().sorted().toList());
        assertThat(new HashSet<>(ids)).hasSize(20);
        assertThat(ids.subList(0, 5)).isNotEqualTo(List.of("user0", "user1", "user2", "user3", "user4"));
    }

    @Test
    void unknownObjectsWereRemoved() {
        JsonNode page = answer(plan("fault: unknown-removed, count: 3").take(DELTA, Place.ALONE));
        assertThat(ids(page)).hasSize(23).doesNotHaveDuplicates();
        assertThat(page.at("/value/22/@removed/reason").asText()).isEqualTo("deleted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty-page", "same-link", "new-links"})
    void aPageThatLeadsOnIsNotTheLastOfItsRound(String kind) {
        JsonNode page = answer(plan("fault: " + kind).take(DELTA, Place.ALONE));
        assertThat(page.has("@odata.nextLink")).isTrue();
        assertThat(page.has("@odata.deltaLink")).isFalse();
    }

    @Test
    void aRoundWithoutRowsGoesOnToItsDeltaLink() {
        ServiceResponse first = ServiceResponse.ok(new JsonBytes(99)
                .value(Map.of("value", List.of(), "@odata.nextLink", "https://graph/v1.0/users/delta?$skiptoken=t")));
        assertThat(JsonBodies.object(plan("fault: no-rows").take(DELTA, Place.ALONE).answer(first).body())
                .has("@odata.nextLink")).isTrue();
        assertThat(answer(plan("fault: no-rows").take(DELTA, Place.ALONE)).has("@odata.deltaLink")).isTrue();
    }

    @Test
    void aDeltaLinkLeadsElsewhere() {
        JsonNode page =
                answer(plan("fault: foreign-link, link: deltaLink, to: 'http://127.0.0.2:9'").take(DELTA, Place.ALONE));
        assertThat(page.get("@odata.deltaLink").asText())
                .isEqualTo("http://127.0.0.2:9/v1.0/users/delta?$deltatoken=t");
    }

    @Test
    void aRuleActsWithinItsTimeAfterSoManyAndOnlySoOften() {
        PlannedFaults plan = plan("fault: delta-replay, from: 10 s, until: 20 s, after: 1, every: 2, times: 2");
        assertThat(plan.take(DELTA, Place.ALONE)).isNull();
        nanos.set(10_000_000_000L);
        assertThat(IntStream.rangeClosed(1, 8).filter(i -> plan.take(DELTA, Place.ALONE) != null)).containsExactly(3,
                5);
        PlannedFaults later = plan("fault: delta-replay, from: 0 s, until: 20 s");
        assertThat(later.take(DELTA, Place.ALONE)).isNotNull();
        nanos.set(30_000_000_000L);
        assertThat(later.take(DELTA, Place.ALONE)).isNull();
    }

    @Test
    void otherRequestsAreNotAffected() {
        ServiceRequest list = new ServiceRequest("GET", "/users", Map.of(), new byte[0], false, DELTA.caller());
        PlannedFaults plan = plan("fault: delta-replay");
        assertThat(plan.take(list, Place.ALONE)).isNull();
        assertThat(plan.take(DELTA, Place.TOKEN)).isNull();
        assertThat(plan.befallen()).isZero();
    }
}
