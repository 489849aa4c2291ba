package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.sandbox.people.Population;
import io.contactsync.sandbox.people.SandboxDay;
import io.contactsync.sandbox.people.TenantFactory;
import io.contactsync.sandbox.store.DirectoryObject;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SandboxPeopleTest {
    private static final Path SAMPLES = Path.of("src/test/resources/people");

    @Test
    void aTenantOfOnesOwnFilesIsServed() {
        Population own = Population.shipped().withEmployees(SAMPLES.resolve("entra-users.csv"), note -> {})
                .withCentral(SAMPLES.resolve("outlook-contacts.csv"), note -> {});
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withPeople(own))) {
            SandboxClient client = new SandboxClient(sandbox.address()).signIn();
            assertThat(names(client.get("/users?$top=100"))).containsExactlyInAnyOrder("Ada Lovelace", "Otto Off",
                    "Gina Guest", "Customers");
            assertThat(names(client
                    .get("/groups/" + sandbox.address().targetGroup() + "/transitiveMembers/microsoft.graph.user")))
                    .containsExactly("Ada Lovelace");
            assertThat(client.get("/users/ada@fabrikam.example/contacts").json().path("value")).isEmpty();
            assertThat(client.get("/users/guest_partner.example%23EXT%23@fabrikam.example/contacts").status())
                    .isEqualTo(404);
            JsonNode central =
                    client.get("/users/" + sandbox.address().centralMailbox() + "/contacts").json().path("value");
            assertThat(central).hasSize(3);
            assertThat(central.path(0).path("businessPhones").toString())
                    .isEqualTo("[\"+1 202-555-0102\",\"+1 202-555-0103\"]");
            assertThat(client.get("/groups/" + sandbox.excludedGroup() + "/members").json().path("value")).isEmpty();
        }
    }

    @Test
    void aFolderOfVCardsMakesEmployees() {
        Tenant tenant = tenant(Population.shipped().withEmployees(SAMPLES.resolve("vcards"), note -> { }));
        assertThat(targets(tenant).stream().map(each -> ((User) each).userPrincipalName())).containsExactlyInAnyOrder(
                "juergen@fabrikam.example",
                "first@customer.example", "user." + tenant.users().get(2).id().substring(0, 8) + "@sandbox.example",
                "a@customer.example");
        assertThat(tenant.snapshot(TenantFactory.CENTRAL_MAILBOX)).hasSize(40);
    }

    @Test
    void theCongressMayHaveOnesOwnCentralContacts() {
        Tenant tenant = tenant(Population.shipped().withCentral(SAMPLES.resolve("vcards"), note -> { }));
        assertThat(tenant.users()).hasSizeGreaterThan(537);
        assertThat(tenant.snapshot(TenantFactory.CENTRAL_MAILBOX)).hasSize(4 + 15);
    }

    @Test
    void aGeneratedTenantHoldsThatManyMailboxesWithThatManyContactsOfTheirOwn() {
        Tenant tenant = tenant(Population.shipped().withGenerated(30, 400, 1));
        assertThat(targets(tenant)).hasSize(30).allMatch(each -> ((User) each).licensed());
        Set<Set<String>> distinct = new HashSet<>();
        for (DirectoryObject each : targets(tenant)) {
            assertThat(tenant.snapshot(each.id())).hasSize(400);
            distinct.add(new HashSet<>(
                    tenant.snapshot(each.id()).values().stream().map(SandboxPeopleTest::content).toList()));
        }
        assertThat(distinct.stream().map(Set::size).toList()).hasSize(30).containsOnly(400);
        assertThat(tenant.distinctContents()).isBetween(9_000, 10_000 + 40);
        Tenant again = tenant(Population.shipped().withGenerated(30, 400, 1));
        assertThat(again.users().stream().map(User::displayName).toList())
            .isEqualTo(tenant.users().stream().map(User::displayName).toList());
    }

    @Test
    void dayByDayPeopleJoinLeaveAndChangeInATenantOfOnesOwnToo() {
        try (Sandbox sandbox =
                Sandbox.start(SandboxOptions.defaults().withPeople(Population.shipped().withGenerated(20, 2, 1)))) {
            sandbox.nextDay();
            SandboxDay day = sandbox.lastDay();
            assertThat(List.of(day.joiners(), day.leavers(), day.changed())).containsExactly(3, 3, 5);
            assertThat(day.joinerIds()).allMatch(id -> sandbox.tenant().mailboxes().contains(id));
            assertThat(day.leaverIds()).allMatch(id -> !sandbox.tenant().user(id).orElseThrow().licensed()
                    || !sandbox.tenant().user(id).orElseThrow().accountEnabled());
        }
    }

    @Test
    void ofVeryFewPeopleNobodyLeaves() {
        Population own = Population.shipped().withEmployees(SAMPLES.resolve("entra-users.csv"), note -> { });
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withPeople(own))) {
            sandbox.nextDay();
            assertThat(sandbox.lastDay().leavers()).isZero();
            assertThat(sandbox.lastDay().changed()).isEqualTo(1 + 2);
        }
    }

    private static Tenant tenant(Population people) {
        return people.tenant(8, 40, () -> 1_700_000_000).tenant();
    }

    private static List<DirectoryObject> targets(Tenant tenant) {
        return tenant.members(tenant.group(TenantFactory.TARGET_GROUP).orElseThrow(), true).stream()
                .filter(User.class::isInstance).toList();
    }

    /** A contact without what is particular to its place. */
    private static String content(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        return text.substring(text.indexOf("\"fileAs\""));
    }

    private static List<String> names(SandboxClient.Answer answer) {
        return answer.json().path("value").findValuesAsText("displayName");
    }
}
