package io.contactsync.sandbox.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sandbox in a process of its own, started as a user would, and how much of the machine it takes. */
final class ServedSandbox implements AutoCloseable {
    private static final String JDK = Path.of(System.getProperty("java.home"), "bin").toString();
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final String NO_LIMITS =
            "concurrent=1000000,mailbox-requests=1000000000,app-requests=1000000000,upload-bytes=1000000000000,"
                    + "tenant-units=1000000000";
    private final Process process;
    private final JsonNode address;
    private final Duration start;

    private ServedSandbox(Process process, JsonNode address, Duration start) {
        this.process = process;
        this.address = address;
        this.start = start;
    }

    /**
     * @param size        such as {@code 500x200}: mailboxes and contacts in each
     * @param javaOptions such as {@code -Xmx8g}
     */
    static ServedSandbox start(String size, List<String> javaOptions) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(JDK, "java").toString(), "-cp", classPath()));
        command.addAll(javaOptions);
        command.addAll(List.of("io.contactsync.cli.ContactSync", "sandbox", "--serve", "--json", "--latency", "0",
                "--size", size,
            "--limit", NO_LIMITS));
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.startsWith("{")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("the sandbox ended at once");
        }
        return new ServedSandbox(process, new ObjectMapper().readTree(line),
                Duration.ofNanos(System.nanoTime() - began));
    }

    /** Without the test classes, which would hold every exchange against the official schema. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> !each.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    }

    JsonNode address() {
        return address;
    }

    /** From the command to the address on standard output. */
    Duration startTime() {
        return start;
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Megabytes of the heap that are in use after a full collection. */
    long heapMegabytes() {
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        long kilobytes = 0;
        while (used.find() && kilobytes == 0) {
            kilobytes = Long.parseLong(used.group(1));
        }
        return kilobytes / 1024;
    }

    private String jcmd(String command) {
        try {
            Process jcmd = new ProcessBuilder(Path.of(JDK, "jcmd").toString(), Long.toString(process.pid()), command)
                    .redirectErrorStream(true).start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
