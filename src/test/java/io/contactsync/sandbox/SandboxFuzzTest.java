package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.sandbox.service.ThrottleLimit;
import io.contactsync.sandbox.service.ThrottleLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Paths, queries and bodies put together at random from pieces of good and odd ones: never a defect, never anything but
 * Graph's envelope.
 */
class SandboxFuzzTest {
    private static final int REQUESTS = 500;
    private static final ThrottleLimits LIMITS = ThrottleLimits.published().with(ThrottleLimit.CONCURRENT, 10_000)
            .with(ThrottleLimit.MAILBOX_REQUESTS, 1_000_000).with(ThrottleLimit.TENANT_UNITS, 1_000_000);
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults().withLimits(LIMITS));
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();
    private static final String[] METHODS =
            {"GET", "GET", "GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE"};
    private static final String[] STARTS =
            {"/users", "/users/{mailbox}", "/users/{mailbox}/contacts", "/users/{mailbox}/contactFolders",
                    "/users/{mailbox}/contactFolders/contacts", "/users/{mailbox}/outlook",
                    "/users/{mailbox}/mailboxSettings", "/users/{mailbox}/photo",
        "/users('{mailbox}')", "/groups/{group}", "/contacts", "/me", ""};
    private static final String[] SEGMENTS = {"contacts", "contactFolders", "childFolders", "delta", "delta()",
            "microsoft.graph.delta()", "$count", "$value", "$ref",
            "photo", "photos", "48x48", "99999999999x99999999999", "members", "transitiveMembers",
            "microsoft.graph.user", "masterCategories", "extensions",
            "permanentDelete", "translateExchangeIds", "userPurpose", "manager", "%00", "%2F", "%25zz", "('", "')",
            "('x')", "(x)", "%C3%BC", "none", "$batch",
        "AAMkAGE0AAA=", "a".repeat(500), ".", "..", ";", "$"};
    private static final String[] OPTIONS = {"$top", "$skip", "$select", "$filter", "$expand", "$orderby", "$search",
            "$count", "$skiptoken", "$deltatoken", "$format",
        "$nosuch", "top", "", "$"};
    private static final String[] VALUES = {"", "0", "1", "-1", "999", "1000", "1001", "2147483648",
            "99999999999999999999", "true", "id", "id,,displayName", "*", ",",
            "displayName eq 'a'", "displayName eq", "not (((", "a/b/$count eq 1", "categories/any(c:c eq 'x')",
            "emailAddresses/any(a:a/address eq 'x')", "x/any(",
            "id in ('a','b')", "id in (", "startswith(displayName,null)", "displayName gt null", "accountEnabled gt 5",
            "businessPhones/$count gt 'x'",
            "singleValueExtendedProperties($filter=id eq 'String 0x3001')",
            "singleValueExtendedProperties($filter=id eq 'x')", "extensions($filter=id eq 'x')",
            "singleValueExtendedProperties/Any(ep:ep/id eq 'String 0x3001' and ep/value ne null)", "manager($select=",
            "manager", "displayName desc", "displayName,id desc",
            "'", "\"displayName:a\"", "\"", "latest", "MTc5NTQxMzY3OXwxfDB8MHx8fHw", "fHx8fHx8fA", "\u0000",
            "\ud83d\ude00", "(".repeat(300)};
    private static final String[] BODIES = {null, "", "{", "[]", "{}", "null", "5", "\"x\"", "{\"displayName\":5}",
            "{\"emailAddresses\":{}}",
            "{\"emailAddresses\":[null,5,{\"address\":[]}]}", "{\"businessPhones\":[null]}", "{\"homeAddress\":[]}",
            "{\"birthday\":\"x\"}", "{\"categories\":[[]]}",
            "{\"displayName\":\"a\",\"displayName\":null}",
            "{\"singleValueExtendedProperties\":[{\"id\":null,\"value\":{}}]}", "{\"color\":5,\"displayName\":[]}",
            "{\"extensionName\":null}", "{\"inputIds\":[null],\"sourceIdType\":5}", "{\"requests\":[null]}",
            "{\"requests\":[{\"id\":1,\"method\":\"GET\",\"url\":\"/\"}]}",
        "{\"a\":".repeat(1500), "[".repeat(5000), "\u0000", "{\"personalNotes\":\"\\ud800\"}"};

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingAClientSendsIsADefect(long seed) {
        Random random = new Random(seed);
        List<String> sent = new ArrayList<>();
        List<CompletableFuture<SandboxClient.Answer>> answers = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            String method = one(random, METHODS);
            String target = path(random) + query(random);
            String body = one(random, BODIES);
            sent.add(method + " " + target + " " + body);
            answers.add(CLIENT.sendLater(method, target, body));
        }
        for (int i = 0; i < REQUESTS; i++) {
            assertSane(sent.get(i), answers.get(i).orTimeout(30, TimeUnit.SECONDS).join());
        }
    }

    private static void assertSane(String sent, SandboxClient.Answer answer) {
        assertThat(answer.status()).as(sent).satisfiesAnyOf(status -> assertThat(status).isLessThan(500),
                status -> assertThat(status).isEqualTo(501));
        if (answer.status() >= 400 && !sent.startsWith("HEAD")) {
            JsonNode error = answer.json().get("error");
            assertThat(error).as(sent).isNotNull();
            assertThat(error.get("code").asText()).as(sent).isNotEmpty();
            assertThat(error.at("/innerError/request-id").asText()).as(sent).isEqualTo(answer.header("request-id"));
        }
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder(
                one(random, STARTS).replace("{mailbox}", SANDBOX.tenant().mailboxes().iterator().next())
            .replace("{group}", SANDBOX.address().targetGroup()));
        for (int i = random.nextInt(4); i > 0; i--) {
            path.append('/').append(one(random, SEGMENTS));
        }
        return path.toString();
    }

    private static String query(Random random) {
        StringBuilder query = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            query.append(query.isEmpty() ? '?' : '&').append(one(random, OPTIONS)).append('=')
                    .append(SandboxClient.encode(one(random, VALUES)));
        }
        return query.toString();
    }

    private static String one(Random random, String[] some) {
        return some[random.nextInt(some.length)];
    }
}
