package io.contactsync.cli.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.IdleSettings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Permissions missing and more than needed, by the configuration. */
class RightsTest {

    private static Rights rights(String... pairs) {
        Map<String, String> sets = new HashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            sets.put(pairs[index], pairs[index + 1]);
        }
        return Rights
                .of(Configuration.read(Path.of("config/application.properties"), Path.of("routes"), Map.of(), sets));
    }

    @Test
    void rightsInExcessAreNamed() {
        assertThat(rights().excessive(Set.of("User.Read.All", "Contacts.ReadWrite", "Mail.ReadWrite",
                "Sites.FullControl.All", "GroupMember.Read.All")))
                .containsExactly("GroupMember.Read.All", "Mail.ReadWrite", "Sites.FullControl.All");
        assertThat(rights("category.create", "false").excessive(Set.of("MailboxSettings.ReadWrite")))
                .containsExactly("MailboxSettings.ReadWrite");
        assertThat(rights().excessive(Set.of("MailboxSettings.ReadWrite"))).isEmpty();
    }

    @Test
    void whatOnlyAnotherConfigurationNeedsIsInExcess() {
        Set<String> roles =
                Set.of("OrgContact.Read.All", "Member.Read.Hidden", "Contacts.Read", "Application.Read.All");
        assertThat(rights().excessive(roles)).containsExactly("Member.Read.Hidden", "OrgContact.Read.All");
        assertThat(rights("targets.from", "group", "sync.sources", "graph-users", "graph.certificate", "x.pfx")
                .excessive(roles))
                .containsExactly("Application.Read.All", "Contacts.Read", "OrgContact.Read.All");
    }

    @Test
    void missingIsWhatTheConfigurationNeedsAndNothingLargerGives() {
        assertThat(rights().missing(Set.of())).containsExactly("User.Read.All");
        assertThat(rights("targets.from", "group").missing(Set.of("User.Read.All")))
                .containsExactly("GroupMember.Read.All");
        assertThat(rights("targets.from", "group").missing(Set.of("Directory.Read.All"))).isEmpty();
        assertThat(rights("targets.from", "group").excessive(Set.of("Directory.Read.All")))
                .containsExactly("Directory.Read.All");
    }

    @Test
    void aSettingWithoutEffectIsNamed() {
        Map<String, String> sets = Map.of("targets.group", "x", "sync.sources", "graph-contacts",
                "source.graph-users.region", "DE", "graph.certificate-password", "y");
        assertThat(
                IdleSettings.of(Configuration.read(Path.of("config/application.properties"), Path.of("routes"),
                        Map.of(), sets)))
                .containsExactly(
                        "targets.group has no effect: targets.from is licensed-users",
                        "source.graph-users.region has no effect: sync.sources does not name graph-users",
                "graph.certificate-password has no effect: graph.certificate is empty");
    }
}
