package io.contactsync.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.service.Arrival;
import io.contactsync.sandbox.service.Exchange;
import io.contactsync.sandbox.service.ExchangeObserver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;

/** The watch over the schema notices what it should, and lets pass what is right. */
class SchemaCheckTest {
    private static final Map<String, String> OURS =
            Map.of("user-agent", "contact-sync/1.0.0", "authorization", "Bearer x", "content-type", "application/json");
    private static final String CONTACTS = "/users/ann/contacts";
    private static final ServiceResponse NOTHING = ServiceResponse.of(204, Map.of(), null).asFault();
    private final SchemaCheck check = new SchemaCheck();

    private static Arrival arrival(Arrival outer, String method, String target, Map<String, String> headers,
            String body) {
        return new Arrival(1, outer, 0, method, target, headers, body.getBytes(StandardCharsets.UTF_8), null, null,
                null);
    }

    private static ServiceResponse json(int status, String body) {
        return ServiceResponse.of(status, Map.of("Content-Type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> seen(Arrival arrival, ServiceResponse response) {
        check.look(new Exchange(arrival, response, 0));
        return check.takeFindings();
    }

    private List<String> asked(String method, String target, String body) {
        return seen(arrival(null, method, target, OURS, body), NOTHING);
    }

    private List<String> answered(String target, ServiceResponse response) {
        return seen(arrival(null, "GET", target, Map.of(), ""), response);
    }

    private static Map<String, String> without(String header) {
        Map<String, String> headers = new HashMap<>(OURS);
        headers.remove(header);
        return headers;
    }

    @Test
    void whatIsRightPasses() {
        assertThat(asked("POST", CONTACTS,
                "{\"givenName\":\"A\",\"emailAddresses\":[{\"name\":\"A\",\"address\":\"a@b.example\"}],"
                        + "\"singleValueExtendedProperties\":"
            + "[{\"id\":\"String 0x1\",\"value\":\"v\"}]}")).isEmpty();
        assertThat(asked(
                "GET", CONTACTS
                        + "?$select=id,displayName&$top=9&$expand=singleValueExtendedProperties($filter=id%20eq%20'a')",
                "")).isEmpty();
        assertThat(answered(CONTACTS, json(200,
                "{\"@odata.context\":\"c\",\"value\":[{\"@odata.etag\":\"e\",\"id\":\"1\",\"birthday\":null}]}")))
                .isEmpty();
        assertThat(answered(CONTACTS, json(404,
                "{\"error\":{\"code\":\"c\",\"message\":\"m\",\"innerError\":{\"date\":\"2026-01-01T00:00:00\"}}}")))
                .isEmpty();
    }

    @Test
    void anUnknownPropertyIsNoticedAtAnyDepth() {
        assertThat(asked("POST", CONTACTS, "{\"fax\":\"1\"}")).singleElement().asString()
                .contains("request POST " + CONTACTS).contains("unknown property /fax");
        assertThat(asked("PATCH", CONTACTS + "/1", "{\"emailAddresses\":[{\"adress\":\"a\"}]}")).singleElement()
                .asString().contains("/emailAddresses[]/adress");
        assertThat(answered(CONTACTS, json(200, "{\"value\":[{\"homeAddress\":{\"zip\":\"1\"}}]}"))).singleElement()
                .asString().contains("/value[]/homeAddress/zip");
    }

    @Test
    void aWrongTypeIsNoticed() {
        assertThat(asked("POST", CONTACTS, "{\"givenName\":1}")).singleElement().asString().contains("givenName");
        assertThat(asked("POST", CONTACTS, "{\"birthday\":\"yesterday\"}")).isNotEmpty()
                .allMatch(each -> each.contains("birthday"));
        assertThat(answered(CONTACTS, json(200, "{\"value\":{}}"))).isNotEmpty();
        assertThat(answered(CONTACTS, json(400, "{\"error\":\"bad\"}"))).isNotEmpty();
        assertThat(answered(CONTACTS, json(400, "none"))).singleElement().asString().contains("no JSON");
    }

    @Test
    void anUnknownParameterOrValueIsNoticed() {
        assertThat(asked("GET", CONTACTS + "?$limit=5", "")).singleElement().asString().contains("$limit");
        assertThat(asked("GET", CONTACTS + "?$select=id,fax", "")).isNotEmpty().allMatch(each -> each.contains("fax"));
        assertThat(asked("GET", CONTACTS + "?$top=many", "")).isNotEmpty();
        assertThat(asked("GET", "/groups/g/members/microsoft.graph.user?$select=id,accountEnabled", "")).isEmpty();
        assertThat(asked("GET", "/groups/g/members/microsoft.graph.user?$select=id,fax", "")).singleElement().asString()
                .contains("unknown property fax of microsoft.graph.user");
        assertThat(asked("GET", CONTACTS + "?$skiptoken=opaque", "")).isEmpty();
    }

    @Test
    void anUnknownPathOrMethodIsNoticed() {
        assertThat(asked("GET", "/users/ann/people", "")).singleElement().asString().contains("no such path");
        assertThat(asked("PUT", CONTACTS + "/1", "{}")).singleElement().asString().contains("no such path");
        assertThat(answered("/users/ann/people", json(200, "{}"))).singleElement().asString().contains("is served");
        assertThat(answered("/users/ann/people", json(400, "{\"error\":{\"code\":\"c\",\"message\":\"m\"}}")))
                .isEmpty();
    }

    @Test
    void functionsAndCastsAreKnownAsTheClientsSpellThem() {
        assertThat(answered("/users/ann/contactFolders/f/contacts/delta()", json(200, "{\"value\":[{\"id\":\"1\"}]}")))
                .isEmpty();
        assertThat(answered("/users/ann/contactFolders/f/contacts/delta()", json(200, "{\"value\":[{\"fax\":\"1\"}]}")))
                .isNotEmpty();
        assertThat(answered("/groups/g/members/graph.user", json(200, "{\"value\":[{\"id\":\"1\"}]}"))).isEmpty();
    }

    @Test
    void anOpenExtensionHasMembersOfItsOwn() {
        String answer = "{\"@odata.type\":\"#microsoft.graph.openTypeExtension\",\"id\":\"x\",\"own\":1}";
        assertThat(answered(CONTACTS + "/1/extensions/x", json(200, answer))).isEmpty();
        assertThat(answered(CONTACTS + "/1/extensions/x",
                json(200, answer.replace("openTypeExtension", "extension").replace("own", "other")))).isNotEmpty();
    }

    @Test
    void aPhotoThatWasTakenIsAnsweredWithNothing() {
        Arrival put = arrival(null, "PUT", CONTACTS + "/1/photo/$value", Map.of(), "");
        assertThat(seen(put, ServiceResponse.of(200, Map.of(), null))).isEmpty();
        assertThat(answered(CONTACTS + "/1", ServiceResponse.of(200, Map.of(), null))).isNotEmpty();
    }

    @Test
    void aMissingHeaderIsNoticed() {
        assertThat(seen(arrival(null, "GET", CONTACTS, without("authorization"), ""), NOTHING)).singleElement()
                .asString().contains("without Authorization");
        assertThat(seen(arrival(null, "POST", CONTACTS, without("content-type"), "{}"), NOTHING)).isNotEmpty()
                .anyMatch(each -> each.contains("Content-Type"));
        assertThat(asked("GET", "/users?$count=true", "")).singleElement().asString().contains("ConsistencyLevel");
    }

    @Test
    void whatIsKnownIsNotValidatedAgainAndWhatDiffersIs() {
        assertThat(answered(CONTACTS, json(200, "{\"value\":[{\"id\":\"1\",\"displayName\":\"A\"}]}"))).isEmpty();
        assertThat(answered(CONTACTS,
                json(200, "{\"value\":[{\"id\":\"2\",\"displayName\":\"B\"},{\"id\":\"3\",\"displayName\":7}]}")))
                .isNotEmpty();
        assertThat(answered(CONTACTS,
                json(200, "{\"value\":[{\"id\":\"1\",\"createdDateTime\":\"2026-01-01T00:00:00Z\"}]}"))).isEmpty();
        assertThat(
                answered(CONTACTS, json(200, "{\"value\":[{\"id\":\"1\",\"createdDateTime\":\"2026-01-01 00:00\"}]}")))
                .isNotEmpty();
    }

    @Test
    void otherClientsMayAskAnythingAndFaultsMayAnswerAnything() {
        Map<String, String> other = Map.of("user-agent", "Java-http-client/17");
        assertThat(seen(arrival(null, "POST", CONTACTS, other, "{\"fax\":1}"), NOTHING)).isEmpty();
        assertThat(answered(CONTACTS, json(200, "nonsense").asFault())).isEmpty();
    }

    @Test
    void requestsInsideABatchAreLookedAtWithTheHeadersOfTheBatch() {
        Arrival outer = arrival(null, "POST", "/$batch", OURS, "{}");
        assertThat(seen(arrival(outer, "DELETE", CONTACTS + "/1", Map.of(), ""), NOTHING)).isEmpty();
        assertThat(seen(arrival(outer, "POST", CONTACTS, Map.of("content-type", "application/json"), "{\"fax\":1}"),
                NOTHING)).singleElement().asString().contains("/fax");
    }

    @Test
    void theEnvelopeOfABatchIsHeldAgainstItsRules() {
        String good = "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users\"}]}";
        ServiceResponse answer =
                json(200, "{\"responses\":[{\"id\":\"1\",\"status\":200,\"headers\":{},\"body\":null}]}");
        assertThat(seen(arrival(null, "POST", "/$batch", OURS, good), answer)).isEmpty();
        for (String bad : List.of("{\"requests\":[]}", good.replace("\"1\"", "1"),
                good.replace("/users", "https://graph.microsoft.com/v1.0/users"), good.replace("GET", "get"),
                good.replace("url", "uri"), good.replace("}]", ",\"body\":{}}]"),
                good.replace("}]", ",\"dependsOn\":[\"2\"]}]"), good.replace("}]", ",\"retry\":1}]"))) {
            assertThat(seen(arrival(null, "POST", "/$batch", OURS, bad), NOTHING)).as(bad).isNotEmpty();
        }
        for (String bad : List.of("{\"responses\":[]}", "{}", "{\"responses\":[{\"id\":\"2\",\"status\":200}]}",
                "{\"responses\":[{\"id\":\"1\",\"status\":\"200\"}]}",
            "{\"responses\":[{\"id\":\"1\",\"status\":200,\"body\":{}}]}")) {
            assertThat(seen(arrival(null, "POST", "/$batch", OURS, good), json(200, bad))).as(bad).isNotEmpty();
        }
    }

    @Test
    void theWatchAndTheGuardAreInForceInEveryTest() throws IOException {
        assertThat(ServiceLoader.load(ExchangeObserver.class)).hasAtLeastOneElementOfType(SchemaWatch.class);
        assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(SchemaGuard.class);
        try (InputStream in = SchemaGuard.class.getResourceAsStream("/junit-platform.properties")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("extensions.autodetection.enabled = true");
        }
    }

    @Test
    void aFindingFailsTheTest() {
        assertThatCode(() -> new SchemaGuard(List::of).afterEach(null)).doesNotThrowAnyException();
        SchemaGuard guard = new SchemaGuard(() -> List.of("this and that"));
        assertThatThrownBy(() -> guard.afterEach(null)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("this and that");
        assertThatThrownBy(() -> guard.afterAll(null)).isInstanceOf(AssertionError.class);
    }
}
