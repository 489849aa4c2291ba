package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.sandbox.store.User;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SandboxDirectoryTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults().withMailboxes(20));
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();
    private static final String[] EVENTUAL = {"ConsistencyLevel", "eventual"};
    private static final String ACTIVE =
            SandboxClient.encode("accountEnabled eq true and userType eq 'Member' and assignedLicenses/$count ne 0");

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void usersCarryTheDefaultPropertiesAHundredAPage() {
        JsonNode page = CLIENT.get("/users").json();
        assertThat(page.get("value")).hasSize(100);
        assertThat(page.get("value").get(0).fieldNames()).toIterable().containsExactlyInAnyOrder("businessPhones",
                "displayName", "givenName",
                "id", "jobTitle", "mail", "mobilePhone", "officeLocation", "preferredLanguage", "surname",
                "userPrincipalName");
        assertThat(page.get("@odata.context").asText()).isEqualTo(SANDBOX.address().graph() + "/$metadata#users");
    }

    @Test
    void pageSizeIsAtMost999() {
        assertThat(CLIENT.get("/users?$top=999").status()).isEqualTo(200);
        assertThat(CLIENT.get("/users?$top=1").json().get("value")).hasSize(1);
        assertThat(CLIENT.get("/users?$top=0").message())
                .isEqualTo("Invalid page size specified: '0'. Must be between 1 and 999 inclusive.");
        SandboxClient.Answer refused = CLIENT.get("/users?$top=1000");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message())
                .isEqualTo("Invalid page size specified: '1000'. Must be between 1 and 999 inclusive.");
    }

    @Test
    void activeLicensedMembersAreFoundByTheAdvancedQueryOnly() {
        String target = "/users?$filter=" + ACTIVE + "&$count=true&$select=id,accountEnabled,mail&$top=200";
        assertThat(CLIENT.get(target).code()).isEqualTo("Request_UnsupportedQuery");
        assertThat(CLIENT.get(target.replace("&$count=true", ""), EVENTUAL).code())
                .isEqualTo("Request_UnsupportedQuery");
        List<String> ids = all(target, EVENTUAL);
        assertThat(ids).doesNotHaveDuplicates().hasSizeBetween(490, 530);
    }

    @Test
    void countStandsOnTheFirstPageOnlyAndTheHeaderIsNeededOnEach() {
        JsonNode first = CLIENT.get("/users?$filter=" + ACTIVE + "&$count=true&$top=300", EVENTUAL).json();
        String next = first.get("@odata.nextLink").asText();
        assertThat(first.get("@odata.count").asInt()).isGreaterThan(490);
        assertThat(CLIENT.get(next).status()).isEqualTo(400);
        assertThat(CLIENT.get(next, EVENTUAL).json().has("@odata.count")).isFalse();
    }

    @Test
    void aBrokenPageTokenIsExpired() {
        assertThat(CLIENT.get("/users?$skiptoken=abc").code()).isEqualTo("Directory_ExpiredPageToken");
    }

    @Test
    void filtersByDefaultProperties() {
        User someone = SANDBOX.tenant().users().get(0);
        assertThat(all("/users?$filter=" + SandboxClient.encode("mail eq '" + someone.userPrincipalName() + "'")))
                .containsExactly(someone.id());
        assertThat(all("/users?$filter=" + SandboxClient.encode("id in ('" + someone.id() + "','x') or id eq 'y'")))
                .containsExactly(someone.id());
        assertThat(all("/users?$filter=" + SandboxClient.encode("startswith(displayName,'Maria')")))
                .contains(someone.id());
        assertThat(all("/users?$filter=" + SandboxClient.encode("department eq 'Senate'") + "&$top=999")).hasSize(100);
        assertThat(all("/users?$filter=" + SandboxClient.encode("userType eq 'Guest'"))).hasSize(4);
    }

    @Test
    void advancedOperatorsNeedTheHeader() {
        String not = "/users?$count=true&$filter=" + SandboxClient.encode("not(userType eq 'Member')");
        String ends = "/users?$count=true&$filter=" + SandboxClient.encode("endsWith(mail,'@partner.example')");
        assertThat(CLIENT.get(not).status()).isEqualTo(400);
        assertThat(CLIENT.get(ends).status()).isEqualTo(400);
        assertThat(all(not, EVENTUAL)).hasSize(4).containsExactlyElementsOf(all(ends, EVENTUAL));
    }

    @Test
    void plansAndLicencesCanBeFilteredByTheirParts() {
        String plan =
                SandboxClient.encode("assignedPlans/any(a:a/service eq 'exchange' and a/capabilityStatus eq "
                        + "'Enabled')");
        assertThat(CLIENT.get("/users?$filter=" + plan).status()).isEqualTo(400);
        assertThat(all("/users?$top=999&$count=true&$filter=" + plan, EVENTUAL)).hasSizeGreaterThan(500);
        String sku = SandboxClient.encode("assignedLicenses/any(x:x/skuId eq 6fd2c87f-b296-42f0-b197-1e91e994b900)");
        assertThat(all("/users?$top=999&$filter=" + sku)).hasSizeGreaterThan(500);
    }

    @Test
    void nonsenseIsRefused() {
        assertThat(CLIENT.get("/users?$filter=displayName").status()).isEqualTo(400);
        assertThat(CLIENT.get("/users?$select=shoeSize").message())
                .contains("Could not find a property named 'shoeSize'");
        assertThat(CLIENT.get("/users?$skip=5").status()).isEqualTo(400);
        assertThat(CLIENT.get("/nothing").message()).isEqualTo("Resource not found for the segment 'nothing'.");
        assertThat(CLIENT.delete("/users/" + SANDBOX.tenant().users().get(0).id()).status()).isEqualTo(405);
    }

    @Test
    void wronglyEncodedAddressesAreRefused() throws Exception {
        assertThat(RawHttp.status(SANDBOX.address().graph(), "/users?$filter=%zz", CLIENT.token())).isEqualTo(400);
        assertThat(RawHttp.status(SANDBOX.address().graph(), "/users/%zz", CLIENT.token())).isEqualTo(400);
    }

    @Test
    void oneUserIsFoundByIdAndName() {
        User someone = SANDBOX.tenant().users().get(3);
        assertThat(CLIENT.get("/users/" + someone.id()).json().get("displayName").asText())
                .isEqualTo(someone.displayName());
        assertThat(CLIENT.get("/users/" + someone.userPrincipalName()).json().get("id").asText())
                .isEqualTo(someone.id());
        assertThat(CLIENT.get("/users/nobody@congress.example").code()).isEqualTo("Request_ResourceNotFound");
    }

    @Test
    void numberOfUsersNeedsTheHeader() {
        assertThat(CLIENT.get("/users/$count").message()).isEqualTo("$count is not currently supported.");
        assertThat(CLIENT.get("/users/$count", EVENTUAL).text())
                .isEqualTo(Integer.toString(SANDBOX.tenant().users().size()));
    }

    @Test
    void transitiveMembersFlattensNestedGroupsOnceEach() {
        String group = "/groups/" + SANDBOX.address().targetGroup();
        List<String> users =
                all(group + "/transitiveMembers/microsoft.graph.user?$count=true&$select=id&$top=7", EVENTUAL);
        assertThat(users).hasSize(20).doesNotHaveDuplicates();
        assertThat(CLIENT.get(group + "/transitiveMembers/microsoft.graph.user?$select=id").status()).isEqualTo(400);
        assertThat(all(group + "/transitiveMembers")).hasSize(21);
        assertThat(all(group + "/members")).hasSizeBetween(16, 19);
        assertThat(CLIENT.get(group).json().get("displayName").asText()).isEqualTo("contact-sync targets");
    }

    @Test
    void membersOfSeveralTypesSayTheirType() {
        JsonNode members = CLIENT.get("/groups/" + SANDBOX.address().targetGroup() + "/members").json().get("value");
        assertThat(members.get(0).get("@odata.type").asText()).isEqualTo("#microsoft.graph.user");
        assertThat(members.get(members.size() - 1).get("@odata.type").asText()).isEqualTo("#microsoft.graph.group");
    }

    @Test
    void excludedGroupHasTwoMembersAndUnknownGroupsAreNotFound() {
        assertThat(all("/groups/" + SANDBOX.excludedGroup() + "/members")).hasSize(2);
        assertThat(CLIENT.get("/groups/none/members").code()).isEqualTo("Request_ResourceNotFound");
    }

    @Test
    void everyAnswerCarriesGraphsHeaders() {
        SandboxClient.Answer answer = CLIENT.get("/users?$top=1", "client-request-id", "my-own-id");
        assertThat(answer.header("client-request-id")).isEqualTo("my-own-id");
        assertThat(answer.header("request-id")).hasSize(36);
        assertThat(answer.header("x-ms-ags-diagnostic")).contains("ServerInfo");
        assertThat(answer.header("OData-Version")).isEqualTo("4.0");
        assertThat(answer.header("Date")).endsWith("GMT");
    }

    private static List<String> all(String target, String... headers) {
        List<String> ids = new ArrayList<>();
        for (String next = target; next != null; ) {
            SandboxClient.Answer answer = CLIENT.get(next, headers);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            StreamSupport.stream(answer.json().get("value").spliterator(), false)
                    .forEach(each -> ids.add(each.get("id").asText()));
            next = answer.json().path("@odata.nextLink").asText(null);
        }
        return ids;
    }
}
