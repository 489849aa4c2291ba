package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.sandbox.protocol.GraphReadings;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that refuse requests. */
class RefusalFaultsTest {
    private FaultBench bench;

    private FaultBench plan(String... rules) {
        bench = FaultBench.with(rules);
        return bench;
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({"400,UnknownError", "401,InvalidAuthenticationToken", "403,ErrorAccessDenied", "409,UnknownError",
            "412,ErrorIrresolvableConflict",
            "423,UnknownError", "429,ApplicationThrottled", "500,ErrorInternalServerTransientError", "502,UnknownError",
            "503,UnknownError", "504,UnknownError",
        "507,ErrorQuotaExceeded", "509,UnknownError"})
    void anyStatusCanBeAskedForAndHasGraphsCode(int status, String code) {
        plan("fault: refuse, status: " + status);
        assertThat(bench.create("Ann").status()).isEqualTo(status);
        assertThat(bench.create("Ann").code()).isEqualTo(code);
        assertThat(bench.more()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2.128", "31,120", "soon", "1000000000", "-5", "Wed, 21 Oct 2015 07:28:00 GMT"})
    void retryAfterIsSentAsItStands(String text) {
        plan("fault: refuse, status: 429, retry-after: '" + text + "'");
        assertThat(bench.client.get(bench.contacts).header("Retry-After")).isEqualTo(text);
    }

    @Test
    void retryAfterMayBeADateAheadOrPastOrAbsent() {
        plan("fault: refuse, status: 429, retry-after: date+3600, containing: ahead",
                "fault: refuse, status: 429, retry-after: date-3600, containing: past",
            "fault: refuse, status: 429, containing: absent");
        assertThat(date("ahead")).isAfter(ZonedDateTime.now().plusMinutes(50))
                .isBefore(ZonedDateTime.now().plusMinutes(61));
        assertThat(date("past")).isBefore(ZonedDateTime.now().minusMinutes(59));
        assertThat(bench.client.get(bench.contacts + "?absent=1").header("Retry-After")).isNull();
    }

    private ZonedDateTime date(String query) {
        return ZonedDateTime.parse(bench.client.get(bench.contacts + "?" + query + "=1").header("Retry-After"),
                DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    @Test
    void bodiesMayBeEmptyOrHtml() {
        plan("fault: refuse, status: 503, body: '', times: 1",
                "fault: refuse, status: 502, body: '<html>Bad Gateway</html>', after: 1");
        assertThat(bench.client.get(bench.contacts).text()).isEmpty();
        SandboxClient.Answer html = bench.client.get(bench.contacts);
        assertThat(html.text()).isEqualTo("<html>Bad Gateway</html>");
        assertThat(html.header("Content-Type")).isEqualTo("text/html");
    }

    @Test
    void aTimeoutMayHaveTakenEffect() {
        plan("fault: refuse, status: 504, applied: yes, method: POST");
        assertThat(bench.create("Ann").status()).isEqualTo(504);
        assertThat(bench.more()).isEqualTo(1);
    }

    @Test
    void aTimeoutMayTakeEffectLater() {
        plan("fault: refuse, status: 504, applied: after 10 min, method: POST");
        assertThat(bench.create("Ann").status()).isEqualTo(504);
        assertThat(bench.more()).isZero();
        bench.sandbox.letPass(Duration.ofMinutes(9));
        assertThat(bench.more()).isZero();
        bench.sandbox.letPass(Duration.ofMinutes(1));
        assertThat(bench.more()).isEqualTo(1);
    }

    @Test
    void aPoisonContactIsRefusedAndOthersAreNot() {
        plan("fault: refuse, status: 400, code: ErrorCorruptData, message: Data is corrupt., containing: Poison");
        SandboxClient.Answer refused = bench.create("Poison");
        assertThat(List.of(refused.status(), refused.code(), refused.message())).containsExactly(400,
                "ErrorCorruptData", "Data is corrupt.");
        assertThat(bench.create("Ann").status()).isEqualTo(201);
    }

    @Test
    void aConflictComesWithoutIfMatch() {
        String id = plan("fault: refuse, status: 412, method: PATCH, times: 1").managed("Ann");
        assertThat(bench.client.patch(bench.contacts + "/" + id, "{\"surname\":\"B\"}").code())
                .isEqualTo("ErrorIrresolvableConflict");
        assertThat(bench.client.patch(bench.contacts + "/" + id, "{\"surname\":\"B\"}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MailboxNotEnabledForRESTAPI", "MailboxNotSupportedForRESTAPI", "ErrorInvalidUser",
            "ResourceNotFound", "Request_ResourceNotFound",
        "ErrorNonExistentMailbox"})
    void aMailboxIsGoneByEachCode(String code) {
        plan("fault: mailbox-gone, code: " + code + ", after: 1");
        assertThat(bench.create("Ann").status()).isEqualTo(201);
        SandboxClient.Answer gone = bench.client.get(bench.contacts);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.code()).isEqualTo(code);
        assertThat(bench.client.get("/users/" + bench.mailbox).status()).isEqualTo(200);
    }

    @Test
    void aMailboxIsMovedForAWhileWithTheStatusOfTheReading() {
        bench = FaultBench.with(
                SandboxOptions.defaults().withReadings(GraphReadings.assumed().with("moving-mailbox=404")),
                "fault: mailbox-moving, until: 10 min");
        assertThat(bench.client.get(bench.contacts).status()).isEqualTo(404);
        assertThat(bench.client.get(bench.contacts).code()).isEqualTo("ErrorMailboxMoveInProgress");
        bench.sandbox.letPass(Duration.ofMinutes(10));
        assertThat(bench.client.get(bench.contacts).status()).isEqualTo(200);
    }

    @Test
    void aFullMailboxRefusesCreatesFromTheThirdOnAndDeletesStill() {
        String id = plan("fault: mailbox-full, after: 2").managed("Ann");
        assertThat(List.of(bench.create("A").status(), bench.create("B").status(), bench.create("C").status()))
                .containsExactly(201, 201, 507);
        assertThat(bench.create("D").code()).isEqualTo("ErrorQuotaExceeded");
        assertThat(bench.client.delete(bench.contacts + "/" + id).status()).isEqualTo(204);
    }

    @Test
    void aRedirectLeadsElsewhere() {
        plan("fault: redirect, to: 'http://127.0.0.2:9/x'");
        SandboxClient.Answer answer = bench.client.get("/users");
        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.header("Location")).isEqualTo("http://127.0.0.2:9/x");
    }

    @Test
    void aPageTokenExpiresBetweenPages() {
        plan("fault: expired-page, times: 1");
        String next = bench.client.get("/users?$top=5").json().get("@odata.nextLink").asText();
        assertThat(bench.client.get(next).code()).isEqualTo("Directory_ExpiredPageToken");
        assertThat(bench.client.get("/users?$top=5").status()).isEqualTo(200);
        assertThat(bench.client.get(next).status()).isEqualTo(200);
    }

    @Test
    void aDeltaTokenIsGoneWithAndWithoutAFreshAddress() {
        plan("fault: expired-delta, location: yes, path: /users/delta",
                "fault: expired-delta, path: /users/*/contacts/delta");
        SandboxClient.Answer directory = bench.client.get("/users/delta?$deltatoken=x");
        assertThat(directory.status()).isEqualTo(410);
        assertThat(directory.header("Location"))
                .isEqualTo(bench.sandbox.address().graph() + "/users/delta?$deltatoken=");
        SandboxClient.Answer contacts = bench.client.get(bench.contacts + "/delta?$deltatoken=x");
        assertThat(contacts.code()).isEqualTo("syncStateNotFound");
        assertThat(contacts.header("Location")).isNull();
    }

    @Test
    void aCreateWithAnOpenExtensionLeavesTheContactWithoutIt() {
        plan("fault: half-created, times: 1");
        String body =
                "{\"givenName\":\"Half\",\"extensions\":[{\"@odata.type\":\"microsoft.graph.openTypeExtension\","
                        + "\"extensionName\":\"com.a\",\"n\":1}]}";
        assertThat(List.of(bench.client.post(bench.contacts, body).status(),
                bench.client.post(bench.contacts, body).status())).containsExactly(503, 201);
        String expanded = bench.contacts
                + "?$top=1000&$filter=givenName%20eq%20'Half'&$expand=extensions($filter=id%20eq%20'com.a')";
        assertThat(bench.client.get(expanded).json().get("value")).hasSize(2).extracting(row -> row.has("extensions"))
                .containsExactly(false, true);
    }

    @Test
    void aCreateIsRefusedAndLeavesHalfAContact() {
        plan("fault: half-created, without: 'extensions, singleValueExtendedProperties', times: 1");
        SandboxClient.Answer answer =
                bench.client.post(bench.contacts, "{\"givenName\":\"Half\",\"singleValueExtendedProperties\":"
            + "[{\"id\":\"String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Key\",\"value\":\"k\"}]}");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("ConcurrentItemSave");
        assertThat(bench.sandbox.tenant().snapshot(bench.mailbox).values().stream().map(String::new)
                .filter(each -> each.contains("\"Half\"")))
            .singleElement().satisfies(each -> assertThat(each).doesNotContain("66f5a359"));
    }
}
