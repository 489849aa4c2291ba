package io.contactsync.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes are found where people put them. */
class RouteFilesTest {

    @TempDir
    Path temp;

    @Test
    void sourcesInAnotherFolderAreFoundBehindALink() throws Exception {
        Path routes = Files.createDirectory(temp.resolve("routes"));
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("source-acme.camel.yaml"), """
                - route:
                    id: contact-sync-source-acme
                    from: {uri: "direct:{{acme.reader}}"}
                """);
        Files.createSymbolicLink(routes.resolve("sources"), elsewhere);

        RouteFiles files = new RouteFiles(new RouteFolders(routes, null));

        assertThat(files.sources()).containsExactly("acme");
        assertThat(files.file("acme")).contains(routes.resolve("sources/source-acme.camel.yaml"));
        assertThat(files.all()).isEqualTo("file:" + routes.resolve("sources/source-acme.camel.yaml"));
        assertThat(files.keys()).containsExactly("acme.reader");
    }
}
