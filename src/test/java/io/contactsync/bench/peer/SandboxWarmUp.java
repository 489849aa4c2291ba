package io.contactsync.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.sandbox.SandboxAddress;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Makes the sandbox's code warm before anybody is measured, for it stands for Graph, which did not start a second ago:
 * contacts are created in batches and deleted again, so that mailboxes hold what they held before.
 */
public final class SandboxWarmUp {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 20;
    /** With their deletions 20,000 requests: far less than Graph allows within ten seconds. */
    private static final int BATCHES = 500;
    private static final int MOST_A_MAILBOX = 5;
    private static final int WORKERS = 64;
    private static final String CONTACT = "{\"givenName\":\"Warm\",\"surname\":\"Up\",\"displayName\":\"Warm Up\","
            + "\"companyName\":\"Contoso\",\"businessPhones\":[\"+1 202 555 0100\"],\"categories\":[\"Bench\"]}";

    private final SandboxAddress address;
    private final TargetList graph;

    private SandboxWarmUp(SandboxAddress address) {
        this.address = address;
        this.graph = new TargetList(address);
    }

    /** Some seconds. */
    public static void of(SandboxAddress address) {
        SandboxWarmUp warmUp = new SandboxWarmUp(address);
        List<String> mailboxes = warmUp.graph.ids().stream().limit(BATCHES).toList();
        int rounds = Math.min(MOST_A_MAILBOX, BATCHES / mailboxes.size());
        List<Callable<Long>> tasks = mailboxes.stream()
                .<Callable<Long>>map(mailbox -> () -> warmUp.comeAndGo("/users/" + mailbox + "/contacts", rounds))
                .toList();
        long gone = Crew.work(WORKERS, tasks);
        long all = (long) mailboxes.size() * rounds * BATCH;
        if (gone != all) {
            throw new IllegalStateException("of " + all + " contacts came and went " + gone);
        }
    }

    /** One batch after the other, for a mailbox serves few requests at a time. */
    private long comeAndGo(String contacts, int rounds) throws IOException, InterruptedException {
        long gone = 0;
        for (int round = 0; round < rounds; round++) {
            gone += comeAndGo(contacts);
        }
        return gone;
    }

    private long comeAndGo(String contacts) throws IOException, InterruptedException {
        ObjectNode create = JSON.createObjectNode().put("method", "POST").put("url", contacts);
        create.putObject("headers").put("Content-Type", "application/json");
        create.set("body", JSON.readTree(CONTACT));
        List<ObjectNode> deletions = new ArrayList<>();
        for (JsonNode created : batch(Collections.nCopies(BATCH, create))) {
            deletions.add(JSON.createObjectNode().put("method", "DELETE")
                    .put("url", contacts + "/" + created.path("body").path("id").asText()));
        }
        return batch(deletions).findValues("status").stream().filter(status -> status.asInt() == 204).count();
    }

    private JsonNode batch(List<ObjectNode> requests) throws IOException, InterruptedException {
        ObjectNode all = JSON.createObjectNode();
        ArrayNode numbered = all.putArray("requests");
        requests.forEach(request -> numbered.add(request.deepCopy().put("id", Integer.toString(numbered.size()))));
        HttpRequest post = graph.request(address.graph() + "/$batch").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(all.toString())).build();
        return JSON.readTree(graph.send(post).body()).path("responses");
    }
}
