package io.contactsync.cli.remove;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.sandbox.SandboxAccess;
import io.contactsync.cli.SyncBench;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.sandbox.Finding;
import io.contactsync.sandbox.Marks;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes all contacts of ours out of many mailboxes, in processes that are killed in the middle of it, and looks from
 * above what is left. See {@code measurements.adoc}.
 */
public final class RemoveBenchmark implements AutoCloseable {

    private static final Marks MARKS = new Marks("Colleagues", HiddenProperties.KEY, "v1|main|");
    private static final int KILLS = 10;

    private final Sandbox sandbox;
    private final Path data;
    private final AtomicLong batches = new AtomicLong();
    private final AtomicReference<Runnable> onBatch = new AtomicReference<>(() -> { });
    private final Random random = new Random(7);

    private RemoveBenchmark(int mailboxes) throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().withMailboxes(mailboxes).withMarks(MARKS));
        data = Files.createTempDirectory("remove-benchmark");
        sandbox.faults().when(request -> {
            if (request.isBatch()) {
                batches.incrementAndGet();
                onBatch.get().run();
            }
            return false;
        }).drop();
    }

    /** @param args how many mailboxes */
    public static void main(String[] args) throws Exception {
        try (RemoveBenchmark benchmark = new RemoveBenchmark(Integer.parseInt(args[0]))) {
            benchmark.measure();
        }
    }

    private void measure() throws Exception {
        Map<String, byte[]> before = foreign();
        say("%,d contacts of others in %,d mailboxes", before.size(), sandbox.tenant().mailboxes().size());
        Process fill = start("sync");
        say("first run: exit %d, %,d batches", fill.waitFor(), batches.get());
        long portion = batches.get() / (KILLS + 2);
        for (int kill = 1; kill <= KILLS; kill++) {
            long after = batches.get() + 1 + random.nextLong(portion);
            Process process = start("remove", "--all", "--yes");
            onBatch.set(() -> {
                if (batches.get() >= after) {
                    process.destroyForcibly();
                }
            });
            int exit = process.waitFor();
            onBatch.set(() -> { });
            say("killed %d: exit %d, %,d contacts of ours left", kill, exit, ours());
        }
        long began = System.nanoTime();
        int exit = start("remove", "--all", "--yes").waitFor();
        boolean same = same(before, foreign());
        Finding.requireNone(sandbox.findings());
        say("last: exit %d in %d s, %,d contacts of ours left, contacts of others byte-equal: %s", exit,
                (System.nanoTime() - began) / 1_000_000_000, ours(), same);
    }

    private static void say(String format, Object... numbers) {
        System.out.printf(Locale.ROOT, format + "%n", numbers);
    }

    private Process start(String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-cp", System.getProperty("java.class.path"), "io.contactsync.cli.ContactSync"));
        line.addAll(List.of(command));
        Map<String, String> settings = new HashMap<>(new SandboxAccess(sandbox.address()).synchronisation());
        settings.put("sync.sources", "graph-contacts");
        settings.put("sync.data", data.toString());
        settings.forEach((key, value) -> line.addAll(List.of("--set", key + "=" + value)));
        return new ProcessBuilder(line).redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(data.resolve("err").toFile()).start();
    }

    private boolean isOurs(byte[] contact) {
        JsonNode json = SyncBench.parse(new String(contact, StandardCharsets.UTF_8));
        return MARKS.on(json);
    }

    private long ours() {
        return sandbox.tenant().mailboxes().stream()
                .mapToLong(mailbox -> sandbox.tenant().snapshot(mailbox).values().stream().filter(this::isOurs).count())
                .sum();
    }

    private Map<String, byte[]> foreign() {
        Map<String, byte[]> foreign = new HashMap<>();
        sandbox.tenant().mailboxes().forEach(mailbox -> foreign.putAll(sandbox.tenant().snapshot(mailbox)));
        foreign.values().removeIf(this::isOurs);
        return foreign;
    }

    private static boolean same(Map<String, byte[]> before, Map<String, byte[]> after) {
        return before.keySet().equals(after.keySet())
                && before.keySet().stream().allMatch(id -> Arrays.equals(before.get(id), after.get(id)));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
