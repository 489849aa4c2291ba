package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.store.Tenant;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A mailbox after its first run, and what its owner does in it. */
abstract class OwnedMailbox {

    static final Duration SETTLED = Duration.ofMinutes(16);
    @TempDir
    Path temp;
    SyncBench bench;
    Tenant tenant;
    String mailbox;
    String central;

    @BeforeEach
    void firstRun() {
        bench = SyncBench.startSmall(temp);
        tenant = bench.sandbox().tenant();
        mailbox = bench.targets(new GraphClient(bench.sandbox().address())).iterator().next();
        central = bench.sandbox().address().centralMailbox();
        Result first = bench.json();
        assertThat(first.exit()).isZero();
        assertThat(first.changes()).containsExactly(200, 0, 0);
        bench.letPass(SETTLED);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    /** The managed contacts of the mailbox in all folders, by id. */
    Map<String, JsonNode> managed() {
        Map<String, JsonNode> managed = new java.util.LinkedHashMap<>();
        tenant.snapshot(mailbox).forEach((id, json) -> {
            JsonNode contact = SyncBench.parse(new String(json, StandardCharsets.UTF_8));
            if (!key(contact).isEmpty()) {
                managed.put(id, contact);
            }
        });
        return managed;
    }

    String any() {
        return managed().keySet().iterator().next();
    }

    static String key(JsonNode contact) {
        for (JsonNode property : contact.path("singleValueExtendedProperties")) {
            if (property.path("id").asText().equals(HiddenProperties.KEY)) {
                return property.path("value").asText();
            }
        }
        return "";
    }

    void nothingToDo() {
        Result result = bench.json();
        assertThat(result.changes()).containsExactly(0, 0, 0);
        assertThat(result.exit()).as(result.err()).isZero();
    }

    void once(Predicate<ServiceRequest> when, Runnable what) {
        AtomicBoolean done = new AtomicBoolean();
        bench.sandbox().faults().when(request -> {
            if (when.test(request) && done.compareAndSet(false, true)) {
                what.run();
            }
            return false;
        }).drop();
    }

    boolean isBatchToMailbox(ServiceRequest request) {
        return request.isBatch() && new String(request.bytes(), StandardCharsets.UTF_8).contains(mailbox);
    }

    /** The id of the contact of that key; null if there is none. */
    String idOfKey(String key) {
        return managed().entrySet().stream().filter(entry -> key(entry.getValue()).equals(key)).map(Map.Entry::getKey)
                .findFirst().orElse(null);
    }

    /** The central contact of that key, under its id there. */
    void inCentral(String key, Consumer<String> change) {
        String name = managed().get(idOfKey(key)).path("displayName").asText();
        change.accept(tenant.snapshot(central).entrySet().stream()
                .filter(entry -> new String(entry.getValue(), StandardCharsets.UTF_8).contains("\"" + name + "\""))
                .map(Map.Entry::getKey).findFirst().orElseThrow());
    }
}
