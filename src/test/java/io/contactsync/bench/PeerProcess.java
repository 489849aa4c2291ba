package io.contactsync.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.bench.peer.PeerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another client of Graph that does the same work, in a process of its own. It prints a line for each round. */
final class PeerProcess {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double NANOS = 1e9;

    private PeerProcess() {
    }

    /** @return a run for each round; the first one has its process's start and end too */
    static List<ClientRun> run(PeerKind kind, int rounds, BenchTenant tenant, Path folder) throws IOException {
        HeapLog heap = new HeapLog(folder.resolve("heap"));
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
                "-XX:+UseParallelGC", heap.option(), "-cp", System.getProperty("java.class.path"),
                "io.contactsync.bench.peer.PeerMain", kind.name(), Integer.toString(rounds));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("BENCH_ADDRESS", JSON.writeValueAsString(tenant.address()));
        double ended = ProcessorTime.ended();
        long began = System.nanoTime();
        int exit = builder.start().onExit().join().exitValue();
        double took = (System.nanoTime() - began) / NANOS;
        if (exit != 0) {
            throw new IOException(kind + " ended with " + exit + ", see " + folder.resolve("err"));
        }
        return runs(folder, took, ProcessorTime.ended() - ended, heap.peakMebibytes());
    }

    private static List<ClientRun> runs(Path folder, double took, double processor, double peak) throws IOException {
        List<ClientRun> runs = new ArrayList<>();
        double later = 0;
        List<JsonNode> rounds = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("out"))) {
            rounds.add(JSON.readTree(line));
        }
        for (JsonNode round : rounds.subList(1, rounds.size())) {
            double own = round.path("processor").asDouble();
            runs.add(new ClientRun(round.path("seconds").asDouble(), round.path("seconds").asDouble(), own,
                    round.path("contacts").asLong(), peak, ""));
            later += own;
        }
        JsonNode first = rounds.get(0);
        runs.add(0, new ClientRun(first.path("seconds").asDouble(), took, processor - later,
                first.path("contacts").asLong(), peak, ""));
        return runs;
    }
}
