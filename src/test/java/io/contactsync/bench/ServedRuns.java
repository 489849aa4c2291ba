package io.contactsync.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The program in {@code serve}, with a run every few seconds, and each run as it ends. */
final class ServedRuns implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TAIL = 2048;
    private static final long LOOK_MILLIS = 20;
    private static final long PATIENCE_NANOS = 1_800_000_000_000L;
    private static final List<String> KINDS = List.of("created", "updated", "deleted", "unchanged");

    private final BenchTenant tenant;
    private final Process process;
    private final Path runs;
    private LoadWatch watch;
    private double processor;
    private String last = "";

    private ServedRuns(BenchTenant tenant, Process process, Path runs) {
        this.tenant = tenant;
        this.process = process;
        this.runs = runs;
    }

    static ServedRuns start(BenchTenant tenant, ShippedProgram program) throws IOException {
        Path runs = program.folder().resolve("data").resolve("runs");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            program = program.set("management.port", Integer.toString(free.getLocalPort()));
        }
        Files.createDirectories(runs);
        Process process = program.set("schedule.cron", "0/5 * * * * ?").start("", "serve");
        ServedRuns served = new ServedRuns(tenant, process, runs);
        served.last = served.names().stream().reduce("", (earlier, later) -> later);
        return served;
    }

    /** So many runs that nobody measures. */
    void warmUp(int number) throws IOException {
        for (int run = 0; run < number; run++) {
            next();
        }
    }

    /** From now, or from the end of the run before, to the end of the next one. */
    Sample next() throws IOException {
        if (watch == null) {
            mark();
        }
        JsonNode end = awaited();
        double used = ProcessorTime.of(process.pid()) - processor;
        long contacts = KINDS.stream().mapToLong(kind -> end.path(kind).asLong()).sum();
        double seconds = end.path("seconds").asDouble();
        Sample sample = watch.until(new ClientRun(seconds, seconds, used, contacts, Double.NaN, lacks(end)));
        mark();
        return sample;
    }

    private void mark() throws IOException {
        watch = new LoadWatch(tenant);
        processor = ProcessorTime.of(process.pid());
    }

    private static String lacks(JsonNode end) {
        return end.path("exit").asInt() == 0 ? "" : "a run in serve came to " + end;
    }

    /** The first run after the last one, for the next may have begun before anybody looks. */
    private JsonNode awaited() throws IOException {
        long began = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - began < PATIENCE_NANOS) {
            Optional<String> following = names().stream().filter(name -> name.compareTo(last) > 0).findFirst();
            JsonNode end = following.isEmpty() ? MissingNode.getInstance() : end(following.get());
            if (!end.isMissingNode()) {
                last = following.get();
                return end;
            }
            sleep();
        }
        throw new IOException(process.isAlive() ? "no run ends" : "serve ended with " + process.exitValue());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(runs)) {
            return all.map(run -> run.getFileName().toString()).sorted().toList();
        }
    }

    /** The last line of a journal, if the run has ended. */
    private JsonNode end(String run) throws IOException {
        Path journal = runs.resolve(run).resolve("journal.jsonl");
        if (!Files.exists(journal)) {
            return MissingNode.getInstance();
        }
        try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL));
            byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            String tail = new String(bytes, StandardCharsets.UTF_8);
            int from = tail.lastIndexOf("{\"at\":");
            boolean ended = from >= 0 && tail.endsWith("\n") && tail.indexOf("\"event\":\"run-end\"", from) >= 0;
            return ended ? JSON.readTree(tail.substring(from)) : MissingNode.getInstance();
        }
    }

    private static void sleep() throws IOException {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException told) {
            throw new IOException(told);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
