package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.store.User;
import io.contactsync.sandbox.store.UserAttribute;
import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be asked of {@code /users}, and in which words the rest is refused. */
class SandboxUsersQueryTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();
    private static final String[] EVENTUAL = {"ConsistencyLevel", "eventual"};

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accountEnabled eq true", "userType in ('Guest','Member')", "mail ge 'a'",
            "startswith(jobTitle,'Rep')",
            "proxyAddresses/any(p:startswith(p,'SMTP:a'))",
            "assignedLicenses/any(x:x/skuId eq 6fd2c87f-b296-42f0-b197-1e91e994b900)",
        "mail eq 'a' or proxyAddresses/any(p:p eq 'smtp:a')", "createdDateTime ge 2026-01-01T00:00:00Z"})
    void someFiltersWorkAtOnce(String filter) {
        assertThat(filtered(filter).status()).as(filter).isEqualTo(200);
        assertThat(filtered(filter, EVENTUAL).status()).as(filter).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"companyName eq 'x'", "accountEnabled ne true", "not startswith(mail,'a')",
            "endsWith(mail,'example')", "mail ne null",
            "department eq null", "assignedLicenses/$count ne 0", "assignedPlans/any(a:a/service eq 'exchange')",
            "showInAddressList eq true",
        "startswith(officeLocation,'2')", "onPremisesExtensionAttributes/extensionAttribute1 eq 'x'"})
    void otherFiltersNeedHeaderAndCount(String filter) {
        assertThat(filtered(filter).code()).as(filter).isEqualTo("Request_UnsupportedQuery");
        assertThat(CLIENT.get("/users?$filter=" + SandboxClient.encode(filter), EVENTUAL).code()).as(filter)
                .isEqualTo("Request_UnsupportedQuery");
        assertThat(filtered(filter, EVENTUAL).status()).as(filter).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contains(displayName,'a')", "skills/any(s:s eq 'a')", "passwordProfile eq 'x'",
            "endsWith(displayName,'a')", "startswith(userType,'M')",
        "assignedLicenses/any(x:x/skuId ne 6fd2c87f-b296-42f0-b197-1e91e994b900)"})
    void someFiltersWorkNever(String filter) {
        assertThat(filtered(filter, EVENTUAL).status()).as(filter).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "endsWith(mail,'a')|Operator 'endsWith' is not supported because the required parameters might be "
                    + "missing. Try adding $count=true query parameter"
                    + " and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for "
                    + "more information",
            "companyName eq 'a'|Unsupported or invalid query filter clause specified for property 'companyName' of "
                    + "resource 'User'.",
            "assignedLicenses/any(u:u/skuId eq 1) or userType eq 'Guest'|Complex query on property assignedLicenses "
                    + "is not supported.",
            "assignedLicenses/$count ne 0|Expect simple name=value query, but observe property 'assignedLicenses' of "
                    + "complex type 'AssignedLicense'.",
            "shoeSize eq 4|Invalid filter clause: Could not find a property named 'shoeSize' on type "
                    + "'microsoft.graph.user'."})
    void refusalsAreInTheServicesWords(String filter, String message) {
        assertThat(filtered(filter).message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "$top=1&$top=2|Query option '$top' was specified more than once, but it must be specified at most once.",
            "$filter=displayName eq 'nobody'&$select=shoeSize|Parsing OData Select and Expand failed: Could not find "
                    + "a property named 'shoeSize' on type"
            + " 'microsoft.graph.user'.",
        "$count=maybe|Invalid value 'maybe' for $count query option found. Valid values are 'true,false'.",
        "$orderby=displayName sideways|Syntax error in 'displayName sideways'.",
        "$filter=displayName eq nobody|Invalid filter clause"})
    void whatIsNoQueryIsRefused(String query, String message) {
        SandboxClient.Answer answer = CLIENT.get("/users?" + query.replace(" ", "%20"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code() + " " + answer.message()).isEqualTo("BadRequest " + message);
    }

    @ParameterizedTest
    @CsvSource({"15, 200", "16, 400"})
    void fifteenAlternativesWorkAtOnceAndMoreInAdvancedQueries(int count, int status) {
        String in = "id in (" + String.join(",", Collections.nCopies(count, "'a'")) + ")";
        String or = String.join(" or ", Collections.nCopies(count, "mail eq 'a'"));
        assertThat(filtered(in).status()).isEqualTo(status);
        assertThat(filtered("accountEnabled eq true and (" + or + ")").status()).isEqualTo(status);
        assertThat(filtered(in, EVENTUAL).status()).isEqualTo(200);
        assertThat(filtered("id in (" + "'a',".repeat(15) + "'a')").message())
                .isEqualTo(
                        "Too many child clauses specified in search filter expression containing 'OR' operators: 16. "
                                + "Max allowed: 15.");
    }

    @Test
    void idsAreTakenInAnyCaseAndQuotesAreDoubledInQuotes() {
        assertThat(CLIENT.get("/users/" + mailbox().toUpperCase(Locale.ROOT)).json().get("id").asText())
                .isEqualTo(mailbox());
        User someone = SANDBOX.tenant().users().get(5).with(UserAttribute.ID, "00000000-0000-0000-0000-000000000006")
            .with(UserAttribute.USER_PRINCIPAL_NAME, "o'five@congress.example");
        SANDBOX.tenant().put(someone);
        assertThat(CLIENT.get("/users/o'five@congress.example").json().get("id").asText()).isEqualTo(someone.id());
        assertThat(CLIENT.get("/users('o''five@congress.example')").json().get("id").asText()).isEqualTo(someone.id());
        SANDBOX.tenant().administration().removeUser(someone.id(), false);
    }

    @ParameterizedTest
    @CsvSource({"/me, /me request is only valid with delegated authentication flow.",
            "/users/$count/more, Resource not found for the segment 'more'."})
    void pathsThatLeadNowhereAreRefused(String path, String message) {
        assertThat(CLIENT.get(path, EVENTUAL).message()).isEqualTo(message);
    }

    @Test
    void emptyCollectionsAreFoundByTheirCount() {
        long unlicensed = SANDBOX.tenant().users().stream().filter(each -> !each.licensed()).count();
        assertThat(filtered("assignedLicenses/$count eq 0", EVENTUAL).json().get("@odata.count").asLong())
                .isEqualTo(unlicensed).isPositive();
    }

    @Test
    void countIsSilentlyIgnoredWithoutTheHeader() {
        assertThat(CLIENT.get("/users?$count=true").json().has("@odata.count")).isFalse();
        assertThat(CLIENT.get("/users?$count=true", EVENTUAL).json().get("@odata.count").asInt())
                .isEqualTo(SANDBOX.tenant().users().size());
    }

    @Test
    void orderIsByNameOnlyAndWithAFilterAdvanced() {
        assertThat(CLIENT.get("/users?$orderby=displayName%20desc&$top=1").json().at("/value/0/displayName").asText())
                .startsWith("Z");
        assertThat(
                CLIENT.get("/users?$orderBy=userPrincipalName&$top=1").json().at("/value/0/userPrincipalName").asText())
                .startsWith("a");
        assertThat(CLIENT.get("/users?$orderby=department").code()).isEqualTo("Request_UnsupportedQuery");
        assertThat(CLIENT.get("/users?$orderby=createdDateTime").code()).isEqualTo("Request_UnsupportedQuery");
        assertThat(CLIENT.get("/users?$orderby=createdDateTime&$count=true", EVENTUAL).status()).isEqualTo(200);
        assertThat(CLIENT.get("/users?$orderby=displayName&$filter=accountEnabled%20eq%20true").message())
                .isEqualTo("Sorting not supported for current query.");
    }

    @Test
    void searchNeedsTheHeaderAlone() {
        String target = "/users?$search=" + SandboxClient.encode("\"displayName:cantw mar\" AND \"mail:maria\"");
        assertThat(CLIENT.get(target).message()).isEqualTo(
                "Request with $search query parameter only works through MSGraph with a special request header:"
            + " 'ConsistencyLevel: eventual'");
        assertThat(CLIENT.get(target, EVENTUAL).json().get("value")).hasSize(1);
        assertThat(CLIENT.get("/users?$search=" + SandboxClient.encode("\"displayName:antwell\""), EVENTUAL).json()
                .get("value")).isEmpty();
        assertThat(CLIENT.get("/users?$search=Maria", EVENTUAL).status()).isEqualTo(400);
        assertThat(
                CLIENT.get("/users/$count?$search=" + SandboxClient.encode("\"mail:zz\" OR \"displayName:cantwell\""),
                        EVENTUAL).text())
            .isEqualTo("1");
    }

    @Test
    void anExpandedQueryIsNoAdvancedOneUnlessRead() {
        String target =
                "/users?$count=true&$expand=manager&$filter=" + SandboxClient.encode("assignedLicenses/$count ne 0");
        assertThat(CLIENT.get(target, EVENTUAL).code()).isEqualTo("Request_UnsupportedQuery");
        GraphReadings served = GraphReadings.assumed().with(GraphReading.EXPAND_IN_ADVANCED_QUERY, "served");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withReadings(served))) {
            assertThat(new SandboxClient(sandbox.address()).signIn().get(target, EVENTUAL).status()).isEqualTo(200);
        }
    }

    @Test
    void aNameThatBeginsWithADollarNeedsQuotesOrTheId() {
        User someone = SANDBOX.tenant().users().get(5).with(UserAttribute.ID, "00000000-0000-0000-0000-000000000005")
            .with(UserAttribute.USER_PRINCIPAL_NAME, "$five@congress.example");
        SANDBOX.tenant().put(someone);
        assertThat(CLIENT.get("/users/$five@congress.example").status()).isEqualTo(400);
        assertThat(CLIENT.get("/users/$five@congress.example/contacts").status()).isEqualTo(400);
        assertThat(CLIENT.get("/users('$five@congress.example')").json().get("id").asText()).isEqualTo(someone.id());
        assertThat(CLIENT.get("/users/" + someone.id()).status()).isEqualTo(200);
        SANDBOX.tenant().administration().removeUser(someone.id(), false);
    }

    @Test
    void advancedQueriesMayLagBehind() {
        String filter = "/users?$count=true&$filter=" + SandboxClient.encode("jobTitle eq 'Chair'");
        SANDBOX.tenant().administration().holdDirectoryIndex(true);
        User someone = SANDBOX.tenant().user(mailbox()).orElseThrow();
        SANDBOX.tenant().put(someone.with(UserAttribute.JOB_TITLE, "Chair"));
        assertThat(CLIENT.get(filter).json().get("value")).hasSize(1);
        assertThat(CLIENT.get(filter, EVENTUAL).json().get("value")).isEmpty();
        SANDBOX.tenant().administration().holdDirectoryIndex(false);
        assertThat(CLIENT.get(filter, EVENTUAL).json().get("value")).hasSize(1);
        SANDBOX.tenant().put(someone);
    }

    @Test
    void pageTokensExpire() {
        String next = CLIENT.get("/users?$top=5").json().get("@odata.nextLink").asText();
        assertThat(CLIENT.get(next).status()).isEqualTo(200);
        SANDBOX.tenant().administration().expireDirectoryTokens();
        assertThat(CLIENT.get(next).status()).isEqualTo(400);
        assertThat(CLIENT.get(next).code()).isEqualTo("Directory_ExpiredPageToken");
    }

    @Test
    void whoIsDeletedIsNoMemberAndHasNoMailboxUntilRestored() {
        String id = mailbox();
        String members = "/groups/" + SANDBOX.address().targetGroup() + "/members?$top=999";
        SANDBOX.tenant().administration().removeUser(id, true);
        assertThat(CLIENT.get("/users/" + id).status()).isEqualTo(404);
        assertThat(CLIENT.get("/users/" + id + "/contacts").status()).isEqualTo(404);
        assertThat(CLIENT.get(members).text()).doesNotContain(id);
        SANDBOX.tenant().administration().restoreUser(id);
        assertThat(CLIENT.get("/users/" + id + "/contacts").status()).isEqualTo(200);
        assertThat(CLIENT.get(members).text()).contains(id);
    }

    private static String mailbox() {
        return SANDBOX.tenant().mailboxes().iterator().next();
    }

    private static SandboxClient.Answer filtered(String filter, String... headers) {
        return CLIENT.get("/users?$count=true&$top=2&$filter=" + SandboxClient.encode(filter), headers);
    }
}
