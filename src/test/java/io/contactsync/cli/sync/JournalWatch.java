package io.contactsync.cli.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.SyncBench;
import io.contactsync.sandbox.protocol.ServiceRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks into the journal whenever a batch arrives at Graph: each write in it must have its intent there already. */
final class JournalWatch {

    private final SyncBench bench;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final AtomicInteger batches = new AtomicInteger();
    private final Map<String, Integer> deletes = new HashMap<>();
    private int runs;

    /** Watches from now on; lets every request pass. */
    JournalWatch(SyncBench bench) {
        this.bench = bench;
        bench.sandbox().faults().when(this::watch).times(Integer.MAX_VALUE).drop();
    }

    private boolean watch(ServiceRequest request) {
        if (request.isBatch()) {
            batches.incrementAndGet();
            look(SyncBench.parse(request.body()).path("requests"));
        } else if (request.target().contains("masterCategories")) {
            if (!journal().contains(
                    "\"event\":\"intent\",\"mailbox\":\"" + request.mailbox() + "\",\"change\":\"category\"")) {
                complaints.add("no intent for the category: " + request.method() + " " + request.target());
            }
        } else if (!request.inBatch() && !request.method().equals("GET")) {
            complaints.add("a write outside of a batch: " + request.method() + " " + request.target());
        }
        return false;
    }

    private void look(JsonNode requests) {
        if (runs != bench.journals().size()) {
            runs = bench.journals().size();
            deletes.clear();
        }
        String journal = journal();
        for (JsonNode write : requests) {
            if (write.path("method").asText().equals("GET")) {
                continue;
            }
            String mailbox = write.path("url").asText().split("/")[2];
            String hidden = write.at("/body/singleValueExtendedProperties/0/value").asText();
            String change =
                    Map.of("POST", "create", "PATCH", "update", "DELETE", "delete").get(write.path("method").asText());
            String intent = "\"event\":\"intent\",\"mailbox\":\"" + mailbox + "\",\"change\":\"" + change + "\"";
            boolean found = change.equals("delete") ? count(journal, intent) >= deletes.merge(mailbox, 1, Integer::sum)
                    : journal.contains(intent + ",\"key\":\"" + hidden.substring("v1|main|".length()) + "\"");
            if (!found) {
                complaints.add("no intent for " + change + " " + hidden + " in " + mailbox);
            }
        }
    }

    private String journal() {
        try {
            return Files.readString(bench.journals().get(bench.journals().size() - 1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    List<String> complaints() {
        return complaints;
    }

    int batches() {
        return batches.get();
    }
}
