package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.store.Group;
import io.contactsync.sandbox.store.OrgContact;
import io.contactsync.sandbox.store.User;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Members of groups, and what an app may not see of them. */
class SandboxGroupsTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final Set<String> CONSENTED = SANDBOX.app().roles();
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();
    private static final String[] EVENTUAL = {"ConsistencyLevel", "eventual"};
    private static final String TARGETS = "/groups/" + SANDBOX.address().targetGroup();
    private static final User SOMEONE = SANDBOX.tenant().users().get(0);

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void groupsThatContainEachOtherEnd() {
        SANDBOX.tenant().put(Group.of("cycle-a", "A", null, List.of("cycle-b", SOMEONE.id())));
        SANDBOX.tenant().put(Group.of("cycle-b", "B", null, List.of("cycle-a", SOMEONE.id())));
        JsonNode members = CLIENT.get("/groups/cycle-a/transitiveMembers?$select=id").json().get("value");
        assertThat(members).extracting(each -> each.get("id").asText()).containsExactlyInAnyOrder("cycle-b",
                SOMEONE.id());
    }

    @Test
    void castsHaveTwoSpellingsAndAreAdvancedWithFurtherParameters() {
        for (String cast : List.of("microsoft.graph.user", "graph.user")) {
            assertThat(CLIENT.get(TARGETS + "/transitiveMembers/" + cast).json().get("value")).as(cast).hasSize(8);
            assertThat(CLIENT.get(TARGETS + "/transitiveMembers/" + cast + "?$top=5").code()).as(cast)
                    .isEqualTo("Request_UnsupportedQuery");
            JsonNode page =
                    CLIENT.get(TARGETS + "/transitiveMembers/" + cast + "?$top=5&$count=true&$select=id", EVENTUAL)
                            .json();
            assertThat(page.get("@odata.count").asInt()).as(cast).isEqualTo(8);
            assertThat(page.get("value")).as(cast).hasSize(5);
        }
        assertThat(CLIENT.get(TARGETS + "/members/graph.group").json().get("value")).hasSize(1);
        assertThat(CLIENT.get(TARGETS + "/members/graph.spaceship").status()).isEqualTo(400);
        assertThat(CLIENT.get(TARGETS + "/members/graph.user/$count", EVENTUAL).text()).isEqualTo("7");
    }

    @Test
    void membersTheAppMayNotReadHaveATypeAndAnIdOnly() {
        OrgContact outside = SANDBOX.tenant().directory().orgContacts().all().iterator().next();
        SANDBOX.tenant().put(Group.of("mixed", "Mixed", null, List.of(SOMEONE.id(), outside.id())));
        JsonNode members = without("User.Read.All").get("/groups/mixed/members").json().get("value");
        assertThat(members.get(0).fieldNames()).toIterable().containsExactly("@odata.type", "id");
        assertThat(members.get(1).get("displayName").asText()).isEqualTo(outside.get("displayName"));
        members = without("OrgContact.Read.All").get("/groups/mixed/members").json().get("value");
        assertThat(members.get(0).get("displayName").asText()).isEqualTo(SOMEONE.displayName());
        assertThat(members.get(1).fieldNames()).toIterable().containsExactly("@odata.type", "id");
    }

    @Test
    void groupsNeedAPermissionOfTheirOwn() {
        SandboxClient.Answer refused = without("GroupMember.Read.All").get(TARGETS + "/members");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("Authorization_RequestDenied");
    }

    @Test
    void hiddenMembersNeedAFurtherPermission() {
        Group hidden = Group.of("hidden", "Hidden", null, List.of(SOMEONE.id())).withHiddenMembers();
        SANDBOX.tenant().put(hidden);
        assertThat(CLIENT.get("/groups/hidden").json().get("visibility").asText()).isEqualTo("HiddenMembership");
        assertThat(CLIENT.get("/groups/hidden/members").status()).isEqualTo(403);
        assertThat(with("Member.Read.Hidden").get("/groups/hidden/members").json().get("value")).hasSize(1);
        GraphReadings empty = GraphReadings.assumed().with(GraphReading.HIDDEN_MEMBERS, "empty");
        try (Sandbox other = Sandbox.start(SandboxOptions.defaults().withReadings(empty))) {
            other.tenant().put(hidden);
            assertThat(new SandboxClient(other.address()).signIn().get("/groups/hidden/members").json().get("value"))
                    .isEmpty();
        }
    }

    @Test
    void groupsAreListedAndFiltered() {
        assertThat(CLIENT.get("/groups?$filter=" + SandboxClient.encode("startswith(displayName,'contact-sync')")
                + "&$select=id,displayName").json().get("value"))
            .hasSize(2);
        assertThat(CLIENT.get("/groups/$count").code()).isEqualTo("Request_BadRequest");
        assertThat(Integer.parseInt(CLIENT.get("/groups/$count", EVENTUAL).text())).isGreaterThanOrEqualTo(3);
        assertThat(CLIENT.get(TARGETS + "?$select=id,onPremisesSyncEnabled,proxyAddresses").json().get("proxyAddresses")
                .isArray()).isTrue();
    }

    private static SandboxClient without(String role) {
        Set<String> roles = new HashSet<>(CONSENTED);
        roles.remove(role);
        return signedIn(roles);
    }

    private static SandboxClient with(String role) {
        Set<String> roles = new HashSet<>(CONSENTED);
        roles.add(role);
        return signedIn(roles);
    }

    private static SandboxClient signedIn(Set<String> roles) {
        SANDBOX.app().roles(roles);
        SandboxClient client = new SandboxClient(SANDBOX.address()).signIn();
        SANDBOX.app().roles(CONSENTED);
        return client;
    }
}
