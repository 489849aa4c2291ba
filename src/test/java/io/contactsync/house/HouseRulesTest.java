package io.contactsync.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * What every file below routes/ and the configuration keep to. Each rule is shown a violation too, so that one that
 * cannot fail is noticed.
 */
class HouseRulesTest {

    private static final RouteSchema SCHEMA = new RouteSchema();
    private static final List<RouteFile> FILES = RouteFile.all();
    private static final List<RouteFile> ROUTES = FILES.stream().filter(file -> !file.isKamelet()).toList();
    private static final List<RouteFile> KAMELETS = FILES.stream().filter(RouteFile::isKamelet).toList();

    private static final String GOOD = """
            # In: anything. Out: the same.
            - route:
                id: contact-sync-read-thing
                routeConfigurationId: contact-sync
                description: Reads a thing.
                from:
                  uri: direct:contact-sync-read-thing
                  steps:
                    - to:
                        id: to-graph-thing
                        uri: microsoft-graph:list
                        parameters:
                          path: "{{contact-sync.graph.thing}}"
            """;
    private static final String KAMELET = """
            apiVersion: camel.apache.org/v1
            kind: Kamelet
            metadata:
              name: thing-source
            spec:
              definition:
                title: Things
                description: Reads things.
                type: object
                required:
                  - source
                properties:
                  source:
                    title: Source
                    description: Name of the source.
                    type: string
              template:
                from:
                  uri: "direct:contact-sync-source-{{source}}"
                  steps:
                    - to:
                        uri: kamelet:sink
            """;

    private static RouteFile routes(String text) {
        return RouteFile.of("read-thing.camel.yaml", text);
    }

    private static RouteFile kamelet(String text) {
        return RouteFile.of("thing-source.kamelet.yaml", text);
    }

    private static void kept(List<RouteFile> files, Function<RouteFile, List<String>> rule, RouteFile good,
            RouteFile... bad) {
        assertThat(files).isNotEmpty();
        assertThat(files.stream().flatMap(file -> rule.apply(file).stream())).isEmpty();
        assertThat(rule.apply(good)).isEmpty();
        assertThat(bad).allSatisfy(file -> assertThat(rule.apply(file)).as(file.text()).isNotEmpty());
    }

    @Test
    void everyFileIsOneOfTheTwoKinds() {
        assertThat(FILES).allMatch(file -> !file.baseName().equals(file.name()));
        assertThat(FILES.stream().flatMap(file -> file.routes().stream()).map(route -> route.path("id").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aFileIsNamedAfterItsFirstRoute() {
        kept(ROUTES, RouteRules::name, routes(GOOD),
                routes(GOOD.replace("id: contact-sync-read-thing", "id: read-thing")),
                routes(GOOD.replace("id: contact-sync-read-thing", "id: contact-sync-read-other")), routes("[]"),
                RouteFile.of("beans.camel.yaml", GOOD));
    }

    /** The component's name is how addresses begin. */
    @Test
    void aBeanHasANameThatAHostCanTellFromItsOwn() {
        RouteFile good = RouteFile.of("beans.camel.yaml",
                "- beans:\n    - name: contact-sync-x\n    - name: microsoft-graph");
        kept(FILES, RouteRules::beans, good, RouteFile.of("beans.camel.yaml", "- beans:\n    - name: x"));
    }

    @Test
    void aRouteSaysWhatItDoes() {
        kept(ROUTES, RouteRules::description, routes(GOOD), routes(GOOD.replace("a thing.", "a thing")),
                routes(GOOD.replace("# In:", "# Takes")),
                routes(GOOD.replace("    description: Reads a thing.\n", "")),
                routes(GOOD.replace("id: contact-sync-read-thing", "id: contact-sync-readThing")),
                routes(GOOD.replace("- route:", "\n- route:")));
    }

    @Test
    void aRouteIsCalledByItsId() {
        kept(ROUTES, RouteRules::address, routes(GOOD),
                routes(GOOD.replace("direct:contact-sync-read-thing", "direct:things")),
                routes(GOOD.replace("direct:contact-sync-read-thing",
                        "kamelet:thing-source\n      parameters:\n        source: other")));
    }

    @Test
    void aRouteNamesOurErrorPolicy() {
        kept(ROUTES, RouteRules::policy, routes(GOOD),
                routes(GOOD.replace("    routeConfigurationId: contact-sync\n", "")),
                routes(GOOD.replace("Id: contact-sync", "Id: other")));
    }

    @Test
    void aStepToGraphHasAName() {
        kept(ROUTES, RouteRules::exits, routes(GOOD), routes(GOOD.replace("            id: to-graph-thing\n", "")));
    }

    @Test
    void aFileIsShortAndHoldsNoScript() {
        kept(FILES, RouteRules::form, routes(GOOD), routes(GOOD + "# more\n".repeat(RouteRules.MAX_LINES)),
                routes(GOOD.replace("path:", "groovy:")),
                routes(GOOD.replace("the same.", "the same. ")));
    }

    @Test
    void onlyTheRoomsThatMayAskGraphDo() {
        RouteFile good = RouteFile.of("graph/read-thing.camel.yaml", GOOD);
        kept(FILES, RouteRules::asking, good, RouteFile.of("sync/read-thing.camel.yaml", GOOD), routes(GOOD));
    }

    @Test
    void aRouteIsToldInABreath() {
        String log = "        - log:\n            message: \"x\"\n";
        kept(FILES, RouteRules::breath, routes(GOOD + log.repeat(RouteRules.MAX_STEPS - 1)),
                routes(GOOD + log.repeat(RouteRules.MAX_STEPS)), routes(GOOD + nested(RouteRules.MAX_DEPTH + 1)));
        assertThat(RouteRules.breath(routes(GOOD + nested(RouteRules.MAX_DEPTH)))).isEmpty();
        assertThat(RouteRules.breath(routes(GOOD + nested(RouteRules.MAX_DEPTH + 1)))).containsExactly(
                "read-thing.camel.yaml:3: 'contact-sync-read-thing' has steps in steps 4 deep, more than 3");
    }

    private static String nested(int deep) {
        String indent = " ".repeat(8);
        StringBuilder steps = new StringBuilder();
        for (int level = 0; level < deep; level++, indent += " ".repeat(4)) {
            steps.append(indent).append("- pipeline:\n").append(indent).append("    steps:\n");
        }
        return steps.append(indent).append("- stop: {}\n").toString();
    }

    @Test
    void theFlowTellsAStoryAndDoesNotPassThingsAround() {
        List<RouteFile> flow = ROUTES.stream().filter(file -> file.room().equals("sync")).toList();
        assertThat(flow).isNotEmpty();
        assertThat(RouteRules.handles(flow)).as("of a hundred steps of routes/sync, beans called and values set")
                .isLessThan(25);
        String bean = "        - bean:\n            ref: x\n";
        assertThat(RouteRules.handles(List.of(routes(GOOD + bean.repeat(2)), routes(GOOD)))).isEqualTo(50);
    }

    @Test
    void yamlIsCanonical() {
        kept(FILES, SCHEMA::violations, routes(GOOD),
                routes(GOOD.replace("uri: microsoft-graph:list", "url: microsoft-graph:list")),
                routes(GOOD.replace("- to:", "- send:")), routes(GOOD + "        - log: \"shorthand\"\n"),
                routes(GOOD + "        - setBody:\n            constant: \"shorthand\"\n"),
                kamelet(KAMELET.replace("uri: kamelet:sink", "url: kamelet:sink")));
        assertThat(SCHEMA.violations(kamelet(KAMELET))).isEmpty();
    }

    @Test
    void aKameletSaysWhatItDoes() {
        kept(KAMELETS, KameletRules::head, kamelet(KAMELET),
                kamelet(KAMELET.replace("name: thing-source", "name: things")),
                kamelet(KAMELET.replace("things.", "things")),
                kamelet(KAMELET.replace("    title: Things\n", "")),
                kamelet(KAMELET + "# more\n".repeat(KameletRules.MAX_TEMPLATE_LINES)));
    }

    @Test
    void aKameletsPropertiesAreDescribedAndUsed() {
        kept(KAMELETS, KameletRules::properties, kamelet(KAMELET),
                kamelet(KAMELET.replace("the source.", "the source")), kamelet(KAMELET.replace("{{source}}", "x")),
                kamelet(KAMELET.replace("{{source}}", "{{source}}{{other}}")),
                kamelet(KAMELET.replace("type: string", "type: string\n        default: x")),
                kamelet(KAMELET.replace("      - source\n", "      - other\n")));
    }

    @Test
    void aKameletsParametersStayOutOfAddressesAndMethods() {
        String step = "        - to:\n            uri: kamelet:sink\n";
        kept(KAMELETS, KameletRules::values, kamelet(KAMELET),
                kamelet(KAMELET.replace("kamelet:sink", "\"file:{{source}}?noop=true\"")),
                kamelet(KAMELET.replace(step,
                        step.replace("kamelet:sink",
                                "direct:x\n            parameters:\n              name: \"{{source}}\""))),
                kamelet(KAMELET.replace(step,
                        "        - bean:\n            ref: x\n            method: \"open('{{source}}')\"\n")),
                kamelet(KAMELET.replace(step,
                        "        - setBody:\n            expression:\n              simple:\n                "
                                + "expression: \"{{source}}\"\n")),
                kamelet(KAMELET.replace("direct:contact-sync-source-{{source}}", "file:{{source}}")));
    }

    @Test
    void everyPlaceholderIsAKeyAndEveryKeyIsUsed() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("config", "application.properties"));
        kept(FILES,
                file -> ConfigurationRules.undefined(file,
                        Stream.concat(ConfigurationRules.keys(lines).stream(), Stream.of("graph.thing"))
                                .collect(java.util.stream.Collectors.toSet())),
                routes(GOOD), routes(GOOD.replace("graph.thing", "graph.thin")),
                routes(GOOD.replace("contact-sync.graph", "graph")));
        assertThat(ConfigurationRules.unused(FILES, ConfigurationRules.keys(lines))).isEmpty();
        assertThat(ConfigurationRules.unused(List.of(routes(GOOD)),
                ConfigurationRules.keys(List.of("graph.thing = 1", "graph.other =")))).hasSize(1);
    }

    @Test
    void everyKeyIsThereOnceWithAComment() throws IOException {
        assertThat(ConfigurationRules.form(Files.readAllLines(Path.of("config", "application.properties")))).isEmpty();
        assertThat(ConfigurationRules.form(List.of("# What it is.", "a.b = 1"))).isEmpty();
        assertThat(ConfigurationRules.form(List.of("a.b = 1"))).hasSize(1);
        assertThat(ConfigurationRules.form(List.of("# --- Section ---", "a.b = 1"))).hasSize(1);
        assertThat(ConfigurationRules.form(List.of("# What it is.", "a.b = 1", "# Again.", "a.b = 2"))).hasSize(1);
        assertThat(ConfigurationRules.form(List.of("# What it is.", "a.b=1"))).hasSize(1);
    }
}
