package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SandboxBatchTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();
    private static final String MAILBOX = SANDBOX.tenant().mailboxes().iterator().next();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void twentyCreatesAreAnsweredInAnotherOrder() {
        long before = SANDBOX.requests();
        int held = SANDBOX.tenant().snapshot(MAILBOX).size();
        JsonNode responses =
                CLIENT.batch(batch(20, i -> create(i, "/users/" + MAILBOX + "/contacts"))).json().get("responses");
        List<String> ids = ids(responses);
        assertThat(ids).hasSize(20).doesNotHaveDuplicates()
                .isNotEqualTo(ids.stream().sorted((a, b) -> Integer.parseInt(a) - Integer.parseInt(b)).toList());
        responses.forEach(each -> {
            assertThat(each.get("status").asInt()).isEqualTo(201);
            assertThat(each.at("/body/givenName").asText()).isEqualTo("Batch" + each.get("id").asText());
            assertThat(each.at("/headers/Location").asText()).contains(each.at("/body/id").asText());
        });
        assertThat(SANDBOX.requests() - before).isEqualTo(20);
        assertThat(SANDBOX.tenant().snapshot(MAILBOX)).hasSize(held + 20);
    }

    @Test
    void failuresStayInside() {
        SandboxClient.Answer answer = CLIENT.batch("{\"requests\":["
            + "{\"id\":\"a\",\"method\":\"GET\",\"url\":\"/users/" + MAILBOX + "/contacts/abc\"},"
            + "{\"id\":\"b\",\"method\":\"GET\",\"url\":\"users/" + MAILBOX + "/contacts/$count\"}]}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(one(answer, "a").get("status").asInt()).isEqualTo(400);
        assertThat(one(answer, "a").at("/body/error/code").asText()).isEqualTo("ErrorInvalidIdMalformed");
        assertThat(one(answer, "b").get("status").asInt()).isEqualTo(200);
    }

    @Test
    void deleteHasNoBodyAndPatchThePatchedContact() {
        String id = SANDBOX.tenant().createContact(MAILBOX, "{\"givenName\":\"A\"}");
        String url = "\"url\":\"/users/" + MAILBOX + "/contacts/" + id + "\"";
        SandboxClient.Answer answer = CLIENT.batch("{\"requests\":[{\"id\":\"1\",\"method\":\"PATCH\"," + url
            + ",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":{\"title\":\"Ünïcode 😀\"}},"
            + "{\"id\":\"2\",\"method\":\"DELETE\"," + url + ",\"dependsOn\":[\"1\"]}]}");
        assertThat(one(answer, "1").at("/body/title").asText()).isEqualTo("Ünïcode 😀");
        assertThat(one(answer, "2").get("status").asInt()).isEqualTo(204);
        assertThat(one(answer, "2").get("body").isNull()).isTrue();
    }

    @Test
    void whatDependsOnAFailureFails() {
        SandboxClient.Answer answer = CLIENT.batch("{\"requests\":["
            + "{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users/nobody/contacts\"},"
            + "{\"id\":\"2\",\"method\":\"GET\",\"url\":\"/users\",\"dependsOn\":[\"1\"]},"
            + "{\"id\":\"3\",\"method\":\"GET\",\"url\":\"/users\",\"dependsOn\":[\"2\"]}]}");
        assertThat(one(answer, "1").get("status").asInt()).isEqualTo(404);
        assertThat(one(answer, "2").get("status").asInt()).isEqualTo(424);
        assertThat(one(answer, "3").get("status").asInt()).isEqualTo(424);
    }

    @Test
    void requestsThatDependOnTheSameOneRunOneByOne() {
        String id = SANDBOX.tenant().createContact(MAILBOX, "{\"givenName\":\"A\",\"title\":\"before\"}");
        String url = "\"url\":\"/users/" + MAILBOX + "/contacts/" + id + "\"";
        SANDBOX.faults().whenInBatch("PATCH").delay(Duration.ofMillis(20));
        SandboxClient.Answer answer = CLIENT.batch("{\"requests\":[{\"id\":\"1\",\"method\":\"GET\"," + url + "},"
                + "{\"id\":\"2\",\"dependsOn\":[\"1\"],\"method\":\"PATCH\"," + url
                + ",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":{\"title\":\"after\"}},"
            + "{\"id\":\"3\",\"dependsOn\":[\"1\"],\"method\":\"GET\"," + url + "}]}");
        assertThat(one(answer, "1").at("/body/title").asText()).isEqualTo("before");
        assertThat(one(answer, "3").at("/body/title").asText()).isEqualTo("after");
    }

    @Test
    void innerHeadersCountAndOuterPreferencesDoNot() {
        String get = "\"method\":\"GET\",\"url\":\"/users/" + MAILBOX + "/contacts?$top=1\"";
        SandboxClient.Answer answer = CLIENT.post("/$batch", "{\"requests\":[{\"id\":\"1\"," + get + "},{\"id\":\"2\","
                + get
            + ",\"headers\":{\"prefer\":\"IdType=\\\"ImmutableId\\\"\"}}]}", "Prefer", "IdType=\"ImmutableId\"");
        assertThat(one(answer, "1").at("/body/value/0/id").asText()).hasSize(152);
        assertThat(one(answer, "2").at("/body/value/0/id").asText()).hasSize(68);
    }

    @Test
    void pagesOfABatchContinueOutsideOfIt() {
        SandboxClient.Answer answer = CLIENT.batch(
                "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users?$top=5&$filter=userType eq "
                        + "'Member'\"}]}");
        SandboxClient.Answer next = CLIENT.get(one(answer, "1").at("/body/@odata.nextLink").asText());
        assertThat(next.json().get("value")).hasSize(5);
    }

    @Test
    void theTokenOfTheBatchIsTheTokenOfItsRequests() {
        SandboxClient stranger = new SandboxClient(SANDBOX.address());
        assertThat(stranger.batch("{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users\"}]}").status())
                .isEqualTo(401);
    }

    static String create(int id, String url) {
        return "{\"id\":\"" + id + "\",\"method\":\"POST\",\"url\":\"" + url
                + "\",\"headers\":{\"Content-Type\":\"application/json\"},"
            + "\"body\":{\"givenName\":\"Batch" + id + "\",\"surname\":\"Made\"}}";
    }

    static String batch(int size, java.util.function.IntFunction<String> request) {
        return "{\"requests\":[" + IntStream.range(0, size).mapToObj(request).collect(Collectors.joining(",")) + "]}";
    }

    static List<String> ids(JsonNode responses) {
        List<String> ids = new ArrayList<>();
        responses.forEach(each -> ids.add(each.get("id").asText()));
        return ids;
    }

    static JsonNode one(SandboxClient.Answer answer, String id) {
        for (JsonNode each : answer.json().get("responses")) {
            if (each.get("id").asText().equals(id)) {
                return each;
            }
        }
        throw new AssertionError("no answer " + id + " in " + answer.text());
    }
}
