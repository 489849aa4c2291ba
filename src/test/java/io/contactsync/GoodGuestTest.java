package io.contactsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a host's Camel, our routes leave the host's as they are, and are left alone by what the host set up for all. */
class GoodGuestTest {

    /** Names that a host may use for beans, keys and routes of its own. */
    private static final List<String> BEANS = List.of("limits", "mailboxes", "runs", "trust", "webhook", "calm");
    private static final List<String> KEYS = List.of("graph.client-id", "schedule.cron", "sync.data", "category.name");
    private static final List<String> ROUTES = List.of("read-mailbox", "notify-mail", "send-batch", "list-targets");

    /** A Kamelet's routes have its name. */
    private static final String KAMELET = "(csv-|graph-)(contacts|users)-source-\\d+";

    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final Main main = new Main();

    @TempDir
    Path folder;

    /** A host that takes care of all exceptions of its routes itself. */
    private final class Host extends RouteConfigurationBuilder {

        @Override
        public void configuration() {
            routeConfiguration().onException(Exception.class).handled(true)
                    .process(exchange -> handled.add(exchange.getFromRouteId()));
        }

        @Override
        public void configure() throws Exception {
            super.configure();
            from("direct:host-order").routeId("host-order")
                    .throwException(new IllegalStateException("the host's own trouble"));
            for (String route : ROUTES) {
                from("direct:" + route).routeId(route).setBody(constant("a host's " + route));
            }
        }
    }

    @BeforeEach
    void start() {
        BEANS.forEach(name -> main.bind(name, "a host's " + name));
        main.setDefaultPropertyPlaceholderLocation("classpath:contact-sync/application.properties");
        Properties own = new Properties();
        KEYS.forEach(key -> own.setProperty(key, "a host's " + key));
        Map.of("graph.tenant-id", "00000000-0000-0000-0000-000000000001",
                "graph.client-id", "00000000-0000-0000-0000-000000000002", "graph.client-secret", "secret",
                "graph.base-url", "http://127.0.0.1:9/v1.0", "graph.authority", "https://127.0.0.1:9",
                "graph.read-tries", "1", "source.graph-contacts.mailboxes", "info@contoso.example",
                "sync.data", folder.toString()).forEach((key, value) -> own.setProperty("contact-sync." + key, value));
        main.setOverrideProperties(own);
        main.configure().withRoutesIncludePattern("classpath:routes/contact-sync/**/*.camel.yaml");
        main.configure().addRoutesBuilder(new Host());
        main.start();
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void theHostsExceptionsStayTheHosts() throws Exception {
        Exchange order = main.getCamelTemplate().request("direct:host-order", exchange -> { });
        assertThat(order.getException()).isNull();
        assertThat(handled).containsExactly("host-order");
    }

    /** Nobody listens at the address of Graph: the run fails, and says so itself. */
    @Test
    void oursAreNotTheHosts() throws Exception {
        RunReport report = main.getCamelTemplate()
                .requestBody("direct:contact-sync-run-sync", RunRequest.ordinary(), RunReport.class);
        assertThat(report.exit()).isEqualTo(1);
        assertThat(handled).isEmpty();
    }

    @Test
    void eachOfOursHasOurNameAndGivesAFailureToItsCaller() {
        List<RouteDefinition> ours = ((ModelCamelContext) main.getCamelContext()).getRouteDefinitions().stream()
                .filter(route -> !route.getRouteId().equals("host-order") && !ROUTES.contains(route.getRouteId()))
                .toList();
        assertThat(ours).hasSizeGreaterThan(60).allSatisfy(route -> {
            assertThat(route.getRouteId()).matches("contact-sync-.+|" + KAMELET);
            assertThat(route.getErrorHandlerFactory()).as(route.getRouteId())
                    .isInstanceOf(NoErrorHandlerDefinition.class);
        });
    }

    @Test
    void theHostsBeansKeysAndRoutesStayTheHosts() {
        assertThat(BEANS).allSatisfy(name ->
                assertThat(main.lookup(name, Object.class)).isEqualTo("a host's " + name));
        assertThat(KEYS).allSatisfy(key -> assertThat(
                main.getCamelContext().resolvePropertyPlaceholders("{{" + key + "}}")).isEqualTo("a host's " + key));
        assertThat(ROUTES).allSatisfy(route -> assertThat(
                main.getCamelTemplate().requestBody("direct:" + route, "")).isEqualTo("a host's " + route));
    }
}
