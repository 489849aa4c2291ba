package io.contactsync.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.bench.BenchGround.Aim;
import io.contactsync.bench.peer.TargetList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything is created, under circumstances. */
final class FirstCourse {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OTHERS = "others";
    private static final double MILLIS = 1000;
    private static final int SLOW_SECONDS = 30;
    private static final String REFUSED =
            "seed: 1\nfaults:\n- {fault: refuse, status: 429, retry-after: 2, where: inside, share: 5 %}\n";
    private static final String SLOW = "faults:\n- {fault: slow, by: " + SLOW_SECONDS + " s, mailbox: %s}\n";

    private FirstCourse() {
    }

    /** In mailboxes that hold nothing of ours. */
    static void play(BenchGround ground) {
        ground.measure(List.of(new Aim(ProgramCourses.SYNC, optimum(ground.size()))), () -> {
            try (BenchTenant tenant = ground.warmTenant()) {
                return List.of(ProgramCourses.measured(tenant, ground.program(tenant, Map.of())));
            }
        });
    }

    /** Five items of a hundred are refused for two seconds. */
    static void refused(BenchGround ground) {
        ground.measure(List.of(new Aim(ProgramCourses.SYNC, optimum(ground.size()))), () -> {
            try (BenchTenant tenant = ground.warmTenant()) {
                tenant.above("POST", "faults", REFUSED);
                return List.of(ProgramCourses.measured(tenant, ground.program(tenant, Map.of())));
            }
        });
    }

    /** Graph serves four requests at a time for the app, and not for each mailbox. */
    static void fourForTheApp(BenchGround ground) {
        long requests = ground.size().all() + ground.size().mailboxes();
        double optimum = Optimum.of(requests, requests, ProgramCourses.LATENCY);
        ground.measure(List.of(new Aim(ProgramCourses.SYNC, optimum)), () -> {
            try (BenchTenant tenant = ground.tenant(List.of("--latency", "100", "--reading", "concurrency=app"))) {
                return List.of(ProgramCourses.measured(tenant, ground.program(tenant, Map.of())));
            }
        });
    }

    /** One mailbox takes half a minute for each request; the others are looked at apart. */
    static void slow(BenchGround ground) {
        int contacts = ground.size().contacts();
        double slow = Optimum.of(ground.size().all(), contacts, ProgramCourses.LATENCY + SLOW_SECONDS);
        List<Aim> aims = List.of(new Aim(OTHERS, optimum(ground.size())), new Aim(ProgramCourses.SYNC, slow));
        ground.measure(aims, () -> {
            try (BenchTenant tenant = ground.warmTenant()) {
                String mailbox = new TargetList(tenant.address()).ids().get(0);
                tenant.above("POST", "faults", String.format(SLOW, mailbox));
                ShippedProgram program = ground.program(tenant, Map.of());
                Sample all = ProgramCourses.measured(tenant, program);
                return List.of(all.within(untilOthers(program.folder(), mailbox)), all);
            }
        });
    }

    /** A heap of 96 MB, and lists of several pages; then once more, when nothing has changed but all is listed. */
    static void inLittleHeap(BenchGround ground) {
        BenchSize size = ground.size();
        double listed = Optimum.of(size.mailboxes(), size.contacts() / ProgramCourses.PAGE + 1, ProgramCourses.LATENCY);
        ground.measure(List.of(new Aim("first", optimum(size)), new Aim("listed", listed)), () -> {
            try (BenchTenant tenant = ground.warmTenant()) {
                ShippedProgram program = ground.program(tenant, Map.of()).with("_JAVA_OPTIONS", "-Xmx96m");
                Sample first = ProgramCourses.measured(tenant, program);
                return List.of(first, ProgramCourses.measured(tenant, program));
            }
        });
    }

    static double optimum(BenchSize size) {
        return Optimum.of(size.all() + size.mailboxes(), size.contacts(), ProgramCourses.LATENCY);
    }

    /** Seconds from the run's start until the last of the other mailboxes was done, by the journal. */
    private static double untilOthers(Path folder, String slow) throws IOException {
        Instant began = Instant.MAX;
        Instant last = Instant.MIN;
        try (Stream<Path> files = Files.walk(folder.resolve("data").resolve("runs"))) {
            Path journal = files.filter(file -> file.endsWith("journal.jsonl")).findFirst().orElseThrow();
            for (String line : Files.readAllLines(journal)) {
                JsonNode entry = JSON.readTree(line);
                Instant at = Instant.parse(entry.path("at").asText());
                began = at.isBefore(began) ? at : began;
                boolean done = entry.path("event").asText().equals("mailbox");
                last = done && !entry.path("mailbox").asText().equals(slow) ? at : last;
            }
        }
        return Duration.between(began, last).toMillis() / MILLIS;
    }
}
