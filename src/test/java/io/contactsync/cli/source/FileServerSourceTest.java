package io.contactsync.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file on an SFTP server is a source: what {@code source add --from sftp} writes, and the guide shows. */
class FileServerSourceTest extends OwnReaderBench {

    private static final String SECRET = "pa$$ {w&rd}?";
    private static final String PEOPLE = "[{\"id\": 1, \"name\": \"Ann\", \"phone\": \"030 / 22732000\"},\n"
            + "{\"id\": 2, \"name\": \"Bob\", \"email\": \"b@example.com\"}]";

    private SshServer server;
    private Path folder;

    @BeforeEach
    void serve() throws Exception {
        folder = Files.createDirectories(temp.resolve("server/out"));
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(temp.resolve("host.key")));
        server.setPasswordAuthenticator((user, password, session) -> user.equals("reader") && password.equals(SECRET));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(temp.resolve("server")));
        server.start();
        add("partners", "sftp");
        set("server", "127.0.0.1:" + server.getPort());
        set("folder", "out");
        set("user", "reader");
        set("password", SECRET);
        set("known-hosts", knownHosts(server.getKeyPairProvider().loadKeys(null).iterator().next()));
    }

    private Path knownHosts(KeyPair key) throws IOException {
        return Files.writeString(temp.resolve("known_hosts"), "[127.0.0.1]:" + server.getPort() + " "
                + PublicKeyEntry.toString(key.getPublic()) + "\n");
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void drop(String text) throws IOException {
        Files.writeString(folder.resolve("people.json"), text);
    }

    @Test
    void itsObjectsBecomeContactsAndItStaysWhereItIs() throws IOException {
        drop(PEOPLE);
        complete(2);
        Result again = complete(2);
        assertThat(again.json().at("/first/0/contact/businessPhones/0").asText()).isEqualTo("+49 30 22732000");
        assertThat(folder.resolve("people.json")).hasContent(PEOPLE);
    }

    @Test
    void aFileThatIsCutIsIncomplete() throws IOException {
        drop(PEOPLE.substring(0, PEOPLE.length() - 20));
        incomplete(0, "Unexpected end-of-input");
    }

    @Test
    void aBadObjectIsToldByItsPlace() throws IOException {
        drop(PEOPLE.replace("\"id\": 2", "\"id\": null"));
        incomplete(1, "people.json, row 2: ");
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        incomplete(0, "people.json is not there");
    }

    @Test
    void aServerWithAnotherKeyIsNotTrusted() throws Exception {
        drop(PEOPLE);
        set("known-hosts", knownHosts(new SimpleGeneratorHostKeyProvider(temp.resolve("other.key")).loadKeys(null)
                .iterator().next()));
        incomplete(0, "127.0.0.1");
    }

    @Test
    void aWrongPasswordIsSaid() throws IOException {
        drop(PEOPLE);
        set("password", "wrong");
        incomplete(0, "Auth fail");
    }
}
