package io.contactsync.cli.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.contactsync.cli.Above;
import io.contactsync.cli.FreePort;
import io.contactsync.cli.app.Hub;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.sandbox.SandboxAccess;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Several tenants in one process, each of which may have other nodes that go on if this one stops. */
@Timeout(180)
class TenantsDatabaseTest {

    private static final String SCHEDULES = "select sched_name from contact_sync_triggers union "
            + "select sched_name from contact_sync_scheduler_state order by 1";
    private static final String TURNS = "select distinct installation from contact_sync_past order by 1";

    @TempDir
    Path temp;

    @Command
    private static final class Options {
        @Mixin
        private CommonOptions common;
    }

    private static CommonOptions options(String... arguments) {
        Options options = new Options();
        new CommandLine(options).parseArgs(arguments);
        return options.common;
    }

    private void tenant(Sandbox sandbox, String name, String database) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(new SandboxAccess(sandbox.address()).synchronisation());
        all.put("sync.sources", "graph-contacts");
        all.put("sync.data", temp.resolve("data-" + name).toString());
        all.put("sync.instance", name);
        all.put("schedule.cron", "* * * * * ?");
        all.put("cluster.database", database);
        all.put("cluster.node", "one");
        Files.write(Files.createDirectories(temp.resolve("tenants")).resolve(name + ".properties"),
                all.entrySet().stream().map(key -> key.getKey() + " = " + key.getValue()).toList());
    }

    private static String database(Server server, String name) {
        return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:" + name + ";DB_CLOSE_DELAY=-1";
    }

    private static List<String> column(String database, String select) {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database);
                ResultSet rows = connection.createStatement().executeQuery(select)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return values;
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Both have had a run that did not fail, and another one after both were started. */
    private void served(Map<String, Sandbox> sandboxes, Map<String, String> databases) throws Exception {
        int port = FreePort.now();
        try (Hub hub = Hub.start(options("--set", "management.port=" + port).configuration());
                Tenants tenants = new Tenants(hub)) {
            assertThat(tenants.start(temp.resolve("tenants"), options())).isEqualTo(2);
            for (String name : sandboxes.keySet()) {
                await().atMost(Duration.ofMinutes(1)).until(() -> get(port, "/tenants/" + name + "/").body()
                        .contains("The last run did not fail."));
                String runs = "select count(*) from contact_sync_past where installation like '%/" + name + "'";
                String before = column(databases.get(name), runs).get(0);
                await().atMost(Duration.ofMinutes(1)).until(() -> Integer.parseInt(
                        column(databases.get(name), runs).get(0)) > Integer.parseInt(before) + 3);
                assertThat(Above.ours(sandboxes.get(name), name)).isNotEmpty().allMatch(contacts -> contacts == 40);
            }
            assertThat(get(port, "/observe/health").statusCode()).isEqualTo(200);
            tenants.stop();
        }
    }

    private static Sandbox sandbox() {
        return Sandbox.start(SandboxOptions.defaults().withMailboxes(2));
    }

    private static String installation(Sandbox sandbox, String name) {
        return sandbox.address().tenant() + "/" + name;
    }

    @Test
    void twoShareADatabaseAndNothingInIt() throws Exception {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try (Sandbox alpha = sandbox(); Sandbox beta = sandbox()) {
            String database = database(server, "both");
            tenant(alpha, "alpha", database);
            tenant(beta, "beta", database);
            served(Map.of("alpha", alpha, "beta", beta), Map.of("alpha", database, "beta", database));
            assertThat(column(database, TURNS)).containsExactly(installation(alpha, "alpha"),
                    installation(beta, "beta"));
            assertThat(column(database, SCHEDULES)).as("the same as of a node that serves one of them alone")
                    .containsExactly("contact-sync/" + installation(alpha, "alpha"),
                            "contact-sync/" + installation(beta, "beta"));
        } finally {
            server.stop();
        }
    }

    @Test
    void eachMayHaveADatabaseOfItsOwn() throws Exception {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try (Sandbox alpha = sandbox(); Sandbox beta = sandbox()) {
            Map<String, String> databases = Map.of("alpha", database(server, "a"), "beta", database(server, "b"));
            tenant(alpha, "alpha", databases.get("alpha"));
            tenant(beta, "beta", databases.get("beta"));
            served(Map.of("alpha", alpha, "beta", beta), databases);
            for (String name : List.of("alpha", "beta")) {
                assertThat(column(databases.get(name), SCHEDULES)).singleElement().asString().endsWith("/" + name);
            }
        } finally {
            server.stop();
        }
    }
}
