package io.contactsync.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.run.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hash for each key and each route file, so that what changed can be named. */
class ConfigurationPrintTest {

    @TempDir
    Path folder;

    private Fingerprint print(Map<String, String> values) {
        return ConfigurationPrint.of(values, new RouteFolders(folder, null));
    }

    private static TreeSet<String> differing(Fingerprint one, Fingerprint other) {
        TreeSet<String> names = new TreeSet<>(one.parts().keySet());
        names.addAll(other.parts().keySet());
        names.removeIf(name -> one.parts().getOrDefault(name, "").equals(other.parts().get(name)));
        return names;
    }

    @Test
    void aChangedKeyAndAChangedMappingHaveTheirNames() throws IOException {
        Path mapping = Files.createDirectories(folder.resolve("sources")).resolve("source-x.camel.yaml");
        Files.writeString(mapping, "one");
        Fingerprint before = print(Map.of("sync.sources", "x", "a.b", "1"));
        assertThat(differing(before, print(Map.of("sync.sources", "x,y", "a.b", "1")))).containsExactly("sync.sources");
        Files.writeString(mapping, "two");
        assertThat(differing(before, print(Map.of("sync.sources", "x", "a.b", "1"))))
                .containsExactly("routes/sources/source-x.camel.yaml");
        assertThat(print(Map.of("sync.sources", "x", "a.b", "1")).whole()).as("the journal's, of keys alone")
                .isEqualTo(before.whole());
    }

    @Test
    void aListOfPeopleIsPartOfIt() throws IOException {
        Path list = Files.writeString(folder.resolve("nobody.txt"), "1\n");
        Map<String, String> values =
                Map.of("source.x.exclude-file", list.toString(), "targets.file", folder.resolve("missing").toString());
        Fingerprint before = print(values);
        Files.writeString(list, "1\n2\n");
        assertThat(differing(before, print(values))).contains(list.toString());
    }

    @Test
    void secretsAndTheirFilesAreNoPartOfIt() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s");
        Fingerprint one = print(Map.of("graph.client-secret", "s1", "graph.client-secret-file", secret.toString(),
                "graph.certificate-password", "p1"));
        assertThat(one.parts()).doesNotContainKeys("graph.client-secret", "graph.certificate-password",
                secret.toString());
        assertThat(one.whole()).isEqualTo(
                print(Map.of("graph.client-secret", "s2", "graph.client-secret-file", secret.toString())).whole());
    }

    /** A hash of a short secret tells it to whoever tries a few million. */
    @ParameterizedTest
    @ValueSource(strings = {"graph.client-secret-file", "graph.certificate-password-file", "graph.certificate",
            "notify.smtp-password-file",
        "notify.webhook-secret-file"})
    void aFileOfASecretIsNeverRead(String key) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "one");
        RouteFolders routes = new RouteFolders(Files.createDirectory(folder.resolve("routes")), null);
        Fingerprint before = ConfigurationPrint.of(Map.of(key, secret.toString()), routes);
        Files.writeString(secret, "two");
        assertThat(before.parts()).doesNotContainKey(secret.toString());
        assertThat(ConfigurationPrint.of(Map.of(key, secret.toString()), routes)).isEqualTo(before);
    }

    /** A host's Camel says nothing of its configuration. */
    @Test
    void theMarksOfContactsAreKnownInAHostToo() {
        Fingerprint host = Fingerprint.of("", "main", "Colleagues", "Contoso.com");
        assertThat(host.parts()).containsOnlyKeys("sync.instance", "category.name", "graph.tenant-id");
        assertThat(Fingerprint.of("", "main", "Colleagues", "contoso.COM")).isEqualTo(host);
        assertThat(Fingerprint.of("", "main", "Colleagues", "fabrikam.com").whole()).isNotEqualTo(host.whole());
        Fingerprint cli = print(Map.of("sync.instance", "main", "other", "x"));
        assertThat(Fingerprint.of(cli.text(), "main", "Colleagues", "contoso.com").parts())
                .containsAllEntriesOf(cli.parts()).containsAllEntriesOf(host.parts());
    }

    @Test
    void comesThroughATextWhateverFilesAreCalled() throws IOException {
        Files.writeString(folder.resolve("my, 'odd' {{file}} ü:1.yaml"), "x");
        Fingerprint print = print(Map.of("a.b", "1"));
        assertThat(Fingerprint.parse(print.text())).isEqualTo(print);
        assertThat(print.text()).matches("[A-Za-z0-9.*_%+: -]+");
        assertThat(Fingerprint.parse("fingerprint")).isEqualTo(new Fingerprint("fingerprint", Map.of()));
    }

    @Test
    void aRenewedTokenIsNoOtherConfigurationButAnotherIdentityIs(@TempDir Path elsewhere) throws IOException {
        Path token = Files.writeString(elsewhere.resolve("token"), "one");
        Map<String, String> values =
                Map.of("graph.federated-token-file", token.toString(), "graph.managed-identity", "");
        Fingerprint before = print(values);
        Files.writeString(token, "two");
        assertThat(differing(before, print(values))).isEmpty();
        assertThat(differing(before, print(Map.of("graph.federated-token-file", token.toString(),
                "graph.managed-identity", "system-assigned")))).containsExactly("graph.managed-identity");
    }
}
