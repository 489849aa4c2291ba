package io.contactsync.bench.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.sandbox.SandboxAddress;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What {@code ForEach-Object -Parallel -ThrottleLimit 32} makes of it: a worker takes a mailbox and posts contact after
 * contact. It waits out a Retry-After and tries again.
 */
final class ScriptPeer implements Peer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WORKERS = 32;
    private static final int CREATED = 201;
    private static final int THROTTLED = 429;
    private static final long MILLIS = 1000;

    private final SandboxAddress address;
    private final TargetList graph;

    ScriptPeer(SandboxAddress address) {
        this.address = address;
        this.graph = new TargetList(address);
    }

    @Override
    public long write() {
        List<String> bodies = graph.list("/users/" + address.centralMailbox() + "/contacts?$top=999").stream()
                .map(contact -> ((ObjectNode) contact).retain(SdkContacts.FIELDS).toString()).toList();
        List<Callable<Long>> tasks = new ArrayList<>();
        graph.ids().forEach(mailbox -> tasks.add(() -> fill(mailbox, bodies)));
        return Crew.work(WORKERS, tasks);
    }

    private long fill(String mailbox, List<String> bodies) throws IOException, InterruptedException {
        long created = 0;
        for (String body : bodies) {
            HttpRequest post = graph.request(address.graph() + "/users/" + mailbox + "/contacts")
                    .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build();
            HttpResponse<String> answer = graph.send(post);
            while (answer.statusCode() == THROTTLED) {
                Thread.sleep(MILLIS * answer.headers().firstValueAsLong("Retry-After").orElse(1));
                answer = graph.send(post);
            }
            JSON.readTree(answer.body());
            created += answer.statusCode() == CREATED ? 1 : 0;
        }
        return created;
    }
}
