package io.contactsync.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.RouteFiles;
import io.contactsync.cli.configuration.RouteFolders;
import io.contactsync.house.RouteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes that a customer wrote, on the command line. */
class OwnRoutesTest {

    private static final String NAMES_NO_POLICY = """
            - route:
                id: contact-sync-notify-wiki
                from:
                  uri: direct:contact-sync-notify-wiki
                  steps:
                    - stop: {}
            """;

    @TempDir
    Path folder;

    @Test
    void aRouteThatNamesNoErrorPolicyKeepsToOurs() throws IOException {
        Path own = Files.writeString(folder.resolve("notify-wiki.camel.yaml"), NAMES_NO_POLICY);
        Configuration configuration = Configuration.read(Path.of("config/application.properties"), RouteFile.FOLDER,
                Map.of(), Map.of("sync.data", folder.resolve("data").toString()));
        String tenant = new RouteFiles(new RouteFolders(RouteFile.FOLDER, null)).tenant();
        try (App app = App.open(configuration, tenant + ",file:" + own)) {
            assertThat(((ModelCamelContext) app.context()).getRouteDefinition("contact-sync-notify-wiki")
                    .getErrorHandlerFactory()).isInstanceOf(NoErrorHandlerDefinition.class);
        }
    }
}
