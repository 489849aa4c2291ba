package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.sandbox.people.SandboxDay;
import io.contactsync.sandbox.people.TenantFactory;
import io.contactsync.sandbox.store.Group;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SandboxTenantTest {

    @Test
    void theDirectoryIsTheSameEveryTimeAndMostlyActive() {
        Tenant tenant = tenant(8);
        List<User> users = tenant.users();
        assertThat(users).hasSize(537 + 4 + 2);
        assertThat(users.stream().map(User::userPrincipalName)).doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9._#EXT-]+@congress\\.example"));
        assertThat(users.stream().filter(each -> each.member() && !each.accountEnabled())).hasSize(14);
        assertThat(users.stream().filter(each -> each.member() && each.accountEnabled() && !each.licensed()))
                .hasSizeBetween(11, 14);
        assertThat(users.stream()
                .filter(each -> each.licensed() && each.accountEnabled() && !tenant.mailboxes().contains(each.id())))
                .hasSizeBetween(7, 9);
        assertThat(users.stream().filter(each -> each.licensed() && each.accountEnabled())).hasSizeBetween(500, 520);
        assertThat(names(tenant(8))).isEqualTo(names(tenant));
    }

    @Test
    void employeesAreInventedWhenTheDirectoryIsTooSmall() {
        Tenant tenant = tenant(1200);
        Group targets = tenant.group(TenantFactory.TARGET_GROUP).orElseThrow();
        assertThat(tenant.members(targets, true).stream().filter(User.class::isInstance)).hasSize(1200)
                .doesNotHaveDuplicates();
        assertThat(names(tenant)).doesNotHaveDuplicates();
    }

    @Test
    void everyMailboxHoldsFourPrivateContactsAndSomeACategoryWithoutAKey() {
        Tenant tenant = tenant(8);
        List<User> staff = tenant.users().stream()
                .filter(each -> each.licensed() && tenant.mailboxes().contains(each.id()) && each.accountEnabled())
                .toList();
        assertThat(staff).allMatch(each -> tenant.snapshot(each.id()).size() == 4);
        assertThat(tenant.snapshot(staff.get(0).id())).isNotEqualTo(tenant.snapshot(staff.get(1).id()));
        assertThat(staff.stream().filter(each -> text(tenant, each).contains("\"Colleagues\""))).isNotEmpty()
                .hasSizeLessThan(staff.size());
        assertThat(staff).noneMatch(each -> text(tenant, each).contains("singleValueExtendedProperties"));
    }

    @Test
    void centralContactsBeginAnewWhenTheOfficesAreUsedUp() {
        Tenant tenant = TenantFactory.create(8, 1500, () -> 0).tenant();
        Map<String, byte[]> held = tenant.snapshot(TenantFactory.CENTRAL_MAILBOX);
        assertThat(held).hasSize(1515);
        assertThat(tenant.distinctContents()).isGreaterThan(1500);
    }

    @Test
    void aDayChangesAHandful() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            assertThat(sandbox.lastDay()).isNull();
            Map<String, User> before =
                    sandbox.tenant().users().stream().collect(Collectors.toMap(User::id, each -> each));
            sandbox.nextDay();
            SandboxDay day = sandbox.lastDay();
            assertThat(List.of(day.joiners(), day.leavers(), day.changed())).containsExactly(3, 3, 5);
            assertThat(day.joinerIds()).noneMatch(before::containsKey)
                    .allMatch(id -> sandbox.tenant().mailboxes().contains(id));
            assertThat(day.leaverIds())
                    .allMatch(id -> active(before.get(id)) && !active(sandbox.tenant().user(id).orElseThrow()));
            sandbox.nextDay();
            assertThat(sandbox.lastDay().leaverIds()).doesNotContainAnyElementsOf(day.leaverIds());
            assertThat(sandbox.lastDay().joinerIds()).doesNotContainAnyElementsOf(day.joinerIds());
        }
    }

    @Test
    void changesOfADayAreSeenOnTheWire() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            SandboxClient client = new SandboxClient(sandbox.address()).signIn();
            String central =
                    "/users/" + sandbox.address().centralMailbox() + "/contacts?$top=100&$select=businessPhones";
            String contacts = client.get(central).text();
            sandbox.nextDay();
            assertThat(client.get(central).text()).isNotEqualTo(contacts);
            String joiner = sandbox.lastDay().joinerIds().get(0);
            assertThat(client.get("/users/" + joiner).status()).isEqualTo(200);
        }
    }

    @Test
    void contentsAreHeldOnceHoweverManyMailboxesHoldThem() {
        Tenant tenant = tenant(64);
        List<String> mailboxes = tenant.mailboxes().stream().limit(64).toList();
        int before = tenant.distinctContents();
        for (String mailbox : mailboxes) {
            String id = tenant.createContact(mailbox, "{\"givenName\":\"Same\",\"surname\":\"Everywhere\"}");
            tenant.createContact(mailbox, "{\"surname\":\"Everywhere\",\"givenName\":\"Same\"}");
            assertThat(tenant.distinctContents()).isBetween(before + 1, before + 2);
            tenant.changeContact(mailbox, id, "{\"jobTitle\":\"Changed\"}");
        }
        assertThat(tenant.distinctContents()).isEqualTo(before + 2);
    }

    @Test
    void snapshotsNeverChange() {
        Tenant tenant = tenant(8);
        String mailbox = tenant.mailboxes().iterator().next();
        Map<String, byte[]> snapshot = tenant.snapshot(mailbox);
        String id = snapshot.keySet().iterator().next();
        byte[] bytes = snapshot.get(id).clone();
        tenant.changeContact(mailbox, id, "{\"title\":\"Dr.\"}");
        assertThat(snapshot.get(id)).isEqualTo(bytes).isNotEqualTo(tenant.snapshot(mailbox).get(id));
        tenant.deleteContact(mailbox, id);
        assertThat(tenant.snapshot(mailbox)).doesNotContainKey(id);
    }

    private static Tenant tenant(int mailboxes) {
        return TenantFactory.create(mailboxes, 40, () -> 1_700_000_000).tenant();
    }

    private static boolean active(User user) {
        return user.accountEnabled() && user.licensed();
    }

    private static List<String> names(Tenant tenant) {
        return tenant.users().stream().map(User::userPrincipalName).toList();
    }

    private static String text(Tenant tenant, User user) {
        return tenant.snapshot(user.id()).values().stream().map(each -> new String(each, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }
}
