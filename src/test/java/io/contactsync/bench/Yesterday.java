package io.contactsync.bench;

import io.contactsync.core.KnownDelta;
import io.contactsync.journal.Ageing;
import io.contactsync.journal.DeltaMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes what runs have left as old as if they had been the day before. */
final class Yesterday {

    private static final Duration DAY = Duration.ofDays(1);

    private Yesterday() {
    }

    /** All of it: creates have settled, and links were begun long before a mailbox was listed. */
    static void of(BenchTenant tenant, Path data) throws IOException {
        tenant.above("POST", "age", DAY.toString());
        Ageing.of(data, journals(data), DAY);
        DeltaMemory memory = new DeltaMemory(data);
        Map<String, KnownDelta> older = new HashMap<>();
        memory.read().forEach((mailbox, known) -> older.put(mailbox, new KnownDelta(known.link(), known.wanted(),
                known.told().minus(DAY), known.listed(), known.until(), known.held(), known.deleted())));
        memory.write(older);
    }

    private static List<Path> journals(Path data) throws IOException {
        try (Stream<Path> runs = Files.list(data.resolve("runs"))) {
            return runs.map(run -> run.resolve("journal.jsonl")).filter(Files::exists).sorted().toList();
        }
    }
}
