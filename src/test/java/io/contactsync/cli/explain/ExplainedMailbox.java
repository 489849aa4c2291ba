package io.contactsync.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.sandbox.store.Tenant;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One mailbox of a tenant in which everything is in order, and what is explained of it. */
abstract class ExplainedMailbox {

    static final Duration SETTLED = Duration.ofMinutes(16);
    @TempDir
    Path temp;
    SyncBench bench;
    Tenant tenant;
    String mailbox;
    String owner;
    String central;

    @BeforeEach
    void firstRun() {
        bench = SyncBench.startSmall(temp);
        tenant = bench.sandbox().tenant();
        mailbox = bench.targets(new GraphClient(bench.sandbox().address())).iterator().next();
        owner = tenant.user(mailbox).orElseThrow().displayName();
        central = bench.sandbox().address().centralMailbox();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    void sync() {
        assertThat(bench.json().exit()).isZero();
        bench.letPass(SETTLED);
    }

    Map<String, JsonNode> managed() {
        Map<String, JsonNode> managed = new LinkedHashMap<>();
        tenant.snapshot(mailbox).forEach((id, json) -> {
            JsonNode contact = SyncBench.parse(new String(json, StandardCharsets.UTF_8));
            if (contact.path("singleValueExtendedProperties").toString().contains("ContactSyncKey")) {
                managed.put(id, contact);
            }
        });
        return managed;
    }

    /** A managed contact whose name nobody else has. */
    Map.Entry<String, JsonNode> any() {
        Map<String, JsonNode> managed = managed();
        return managed.entrySet().stream().filter(one -> managed.values().stream()
                .filter(other -> name(other).contains(name(one.getValue()))).count() == 1)
                .findFirst().orElseThrow();
    }

    static String name(JsonNode contact) {
        return contact.path("displayName").asText();
    }

    static String key(JsonNode contact) {
        for (JsonNode property : contact.path("singleValueExtendedProperties")) {
            if (property.path("id").asText().equals(HiddenProperties.KEY)) {
                return property.path("value").asText();
            }
        }
        return "";
    }

    JsonNode explain(String why, String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        Result result = bench.command("explain", all);
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        assertThat(result.json().path("why").asText()).as(result.out()).isEqualTo(why);
        return result.json();
    }

    String sentence(String why, String... arguments) {
        return explain(why, arguments).path("sentence").asText();
    }

    String centralId(String name) {
        return tenant.snapshot(central).entrySet().stream().filter(entry ->
                new String(entry.getValue(), StandardCharsets.UTF_8).contains("\"" + name + "\""))
                .map(Map.Entry::getKey).findFirst().orElseThrow();
    }
}
