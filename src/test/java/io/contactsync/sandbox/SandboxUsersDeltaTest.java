package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import io.contactsync.sandbox.store.UserAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rounds of {@code /users/delta}. */
class SandboxUsersDeltaTest {
    private static final String TRACKED = "/users/delta?$select=displayName,jobTitle,mobilePhone";
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final SandboxClient client = new SandboxClient(sandbox.address()).signIn();
    private final Tenant tenant = sandbox.tenant();
    private final User someone = tenant.users().stream().filter(each -> each.text(UserAttribute.MOBILE_PHONE) != null)
            .findFirst().orElseThrow();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void theFirstRoundGivesEverybodyInPagesOfTwoHundred() {
        JsonNode first = client.get("/users/delta").json();
        assertThat(first.get("value")).hasSize(200);
        assertThat(first.has("@odata.deltaLink")).isFalse();
        Round round = round("/users/delta");
        assertThat(round.entries()).hasSize(tenant.users().size());
        assertThat(round.entries().stream().map(each -> each.get("id").asText()).distinct())
                .hasSize(tenant.users().size());
        assertThat(round(round.deltaLink()).entries()).isEmpty();
    }

    @Test
    void onlyTrackedPropertiesCount() {
        String link = round(TRACKED).deltaLink();
        tenant.put(someone.with(UserAttribute.OFFICE_LOCATION, "elsewhere"));
        Round unchanged = round(link);
        assertThat(unchanged.entries()).isEmpty();
        tenant.put(someone.with(UserAttribute.JOB_TITLE, "Chair"));
        JsonNode entry = one(round(unchanged.deltaLink()));
        assertThat(entry.get("jobTitle").asText()).isEqualTo("Chair");
        assertThat(entry.fieldNames()).toIterable().containsExactlyInAnyOrder("displayName", "jobTitle", "mobilePhone",
                "id");
    }

    @Test
    void minimalGivesWhatChangedAndSaysSo() {
        String link = round(TRACKED).deltaLink();
        tenant.put(someone.with(UserAttribute.JOB_TITLE, "Chair"));
        SandboxClient.Answer answer = client.get(link, "Prefer", "return=minimal");
        assertThat(answer.header("Preference-Applied")).isEqualTo("return=minimal");
        assertThat(answer.json().at("/value/0").fieldNames()).toIterable().containsExactlyInAnyOrder("jobTitle", "id");
    }

    @Test
    void whatWasNeverSetIsAbsentAndWhatWasClearedIsNull() {
        User never =
                tenant.users().stream().filter(each -> each.member() && each.text(UserAttribute.MOBILE_PHONE) == null)
                        .findFirst().orElseThrow();
        Round first = round(TRACKED);
        assertThat(entry(first, never.id()).has("mobilePhone")).isFalse();
        assertThat(entry(first, someone.id()).has("mobilePhone")).isTrue();
        tenant.put(someone.with(UserAttribute.MOBILE_PHONE, null));
        JsonNode entry = one(round(first.deltaLink()));
        assertThat(entry.has("mobilePhone") && entry.get("mobilePhone").isNull()).isTrue();
        assertThat(client.get("/users/" + never.id()).json().get("mobilePhone").isNull()).isTrue();
    }

    @Test
    void removedUsersSayWhetherTheyCanComeBack() {
        String other = tenant.users().get(9).id();
        String link = round(TRACKED).deltaLink();
        tenant.administration().removeUser(someone.id(), true);
        tenant.administration().removeUser(other, false);
        Round round = round(link);
        assertThat(entry(round, someone.id()).at("/@removed/reason").asText()).isEqualTo("changed");
        assertThat(entry(round, other).at("/@removed/reason").asText()).isEqualTo("deleted");
        tenant.administration().restoreUser(someone.id());
        assertThat(one(round(round.deltaLink())).get("displayName").asText()).isEqualTo(someone.displayName());
    }

    @Test
    void joinersOfADayAppear() {
        String link = round("/users/delta?$deltatoken=latest").deltaLink();
        sandbox.nextDay();
        List<String> ids = round(link).entries().stream().map(each -> each.get("id").asText()).toList();
        assertThat(ids).containsAll(sandbox.lastDay().joinerIds());
    }

    @Test
    void latestBeginsNowWithoutAnything() {
        JsonNode answer = client.get("/users/delta?$deltaToken=latest&$select=jobTitle").json();
        assertThat(answer.get("value")).isEmpty();
        tenant.put(someone.with(UserAttribute.JOB_TITLE, "Chair"));
        assertThat(one(round(answer.get("@odata.deltaLink").asText())).fieldNames()).toIterable()
                .containsExactlyInAnyOrder("jobTitle", "id");
    }

    @Test
    void aFilterTracksUpToFiftyUsers() {
        Round round = round("/users/delta?$filter="
                + SandboxClient.encode("id eq '" + someone.id() + "' or id eq '" + tenant.users().get(9).id() + "'"));
        assertThat(round.entries()).hasSize(2);
        tenant.put(tenant.users().get(3).with(UserAttribute.JOB_TITLE, "Chair"));
        assertThat(round(round.deltaLink()).entries()).isEmpty();
        assertThat(client.get("/users/delta?$filter=" + ids(50)).json().get("value")).hasSize(50);
        assertThat(client.get("/users/delta?$filter=" + ids(51)).code()).isEqualTo("Request_UnsupportedQuery");
        assertThat(client.get("/users/delta?$filter=" + SandboxClient.encode("mail eq 'a'")).code())
                .isEqualTo("Request_UnsupportedQuery");
    }

    @Test
    void theLongestRoundCanBeGoneOnWith() {
        String select = String.join(",", User.names());
        String filter = sandbox.tenant().users().stream().limit(50).map(each -> "id eq '" + each.id() + "'")
                .collect(Collectors.joining(" or "));
        SandboxClient.Answer first =
                client.get("/users/delta?$select=" + select + "&$filter=" + SandboxClient.encode(filter));
        assertThat(first.json().get("value")).hasSize(50);
        assertThat(client.get(first.json().get("@odata.deltaLink").asText()).status()).isEqualTo(200);
    }

    @Test
    void unsupportedParametersAreRefusedOrByTheOtherReadingIgnored() {
        for (String parameter : List.of("$top=5", "$orderby=displayName", "$expand=manager", "$search=%22mail:a%22")) {
            assertThat(client.get("/users/delta?" + parameter).code()).as(parameter)
                    .isEqualTo("Request_UnsupportedQuery");
        }
        assertThat(client.get("/users/delta?$select=skills").status()).isEqualTo(501);
        assertThat(client.get("/users/delta?$select=shoeSize").status()).isEqualTo(400);
        GraphReadings ignored = GraphReadings.assumed().with(GraphReading.DIRECTORY_DELTA_PARAMETERS, "ignored");
        try (Sandbox other = Sandbox.start(SandboxOptions.defaults().withReadings(ignored))) {
            assertThat(new SandboxClient(other.address()).signIn().get("/users/delta?$top=5").json().get("value"))
                    .hasSize(200);
        }
    }

    @Test
    void expiredAndUnknownTokensAreGoneWithAnAddressToBeginAnew() {
        String link = round("/users/delta").deltaLink();
        tenant.administration().expireDirectoryTokens();
        SandboxClient.Answer gone = client.get(link);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.code()).isEqualTo("syncStateNotFound");
        assertThat(round(gone.header("Location")).entries()).hasSize(tenant.users().size());
        assertThat(client.get("/users/delta?$deltatoken=abc").status()).isEqualTo(410);
        GraphReadings missing = GraphReadings.assumed().with(GraphReading.DELTA_RESET_LOCATION, "missing");
        try (Sandbox other = Sandbox.start(SandboxOptions.defaults().withReadings(missing))) {
            assertThat(
                    new SandboxClient(other.address()).signIn().get("/users/delta?$deltatoken=abc").header("Location"))
                    .isNull();
        }
    }

    @Test
    void theManagerIsTrackedAsARelationship() {
        String link = round("/users/delta?$select=manager").deltaLink();
        tenant.put(someone.with(UserAttribute.MANAGER, tenant.users().get(3).id()));
        assertThat(one(round(link)).at("/manager@delta/0/id").asText()).isEqualTo(tenant.users().get(3).id());
    }

    @Test
    void theFunctionMayBeWrittenInFull() {
        assertThat(client.get("/users/microsoft.graph.delta()?$select=id").json().get("value")).hasSize(200);
        assertThat(client.get("/users/delta()?$select=id").json().get("value")).hasSize(200);
    }

    private String ids(int count) {
        return tenant.users().stream().limit(count).map(each -> "id%20eq%20'" + each.id() + "'")
                .collect(Collectors.joining("%20or%20"));
    }

    /** All entries of a round, and where the next one begins. */
    private record Round(List<JsonNode> entries, String deltaLink) {
    }

    private Round round(String target) {
        List<JsonNode> entries = new ArrayList<>();
        for (String next = target; ; ) {
            SandboxClient.Answer answer = client.get(next);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            answer.json().get("value").forEach(entries::add);
            if (answer.json().has("@odata.deltaLink")) {
                return new Round(entries, answer.json().get("@odata.deltaLink").asText());
            }
            next = answer.json().get("@odata.nextLink").asText();
        }
    }

    private JsonNode one(Round round) {
        assertThat(round.entries()).hasSize(1);
        return round.entries().get(0);
    }

    private static JsonNode entry(Round round, String id) {
        return round.entries().stream().filter(each -> each.get("id").asText().equals(id)).findFirst().orElseThrow();
    }
}
