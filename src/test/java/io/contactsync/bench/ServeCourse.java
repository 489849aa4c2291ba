package io.contactsync.bench;

import io.contactsync.bench.BenchGround.Aim;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What a contact takes in {@code serve}, whose code is warm. */
final class ServeCourse {

    static final String SERVE = "serve";
    private static final int QUIET = 15;
    private static final int LISTED = 10;
    private static final int WRITTEN = 3;

    private ServeCourse() {
    }

    /** Nothing has changed: a run every five seconds asks for changes. */
    static void unchanged(BenchGround ground, BenchTenant tenant, ShippedProgram program) throws IOException {
        try (ServedRuns runs = ServedRuns.start(tenant, program)) {
            runs.warmUp(QUIET);
            ground.measure(List.of(new Aim(SERVE, ProgramCourses.asked(ground.size()))), () -> List.of(runs.next()));
        }
    }

    /** Contacts that are read, and contacts that are written. */
    static void warm(BenchGround ground) throws IOException {
        try (BenchTenant tenant = ground.tenant(ProgramCourses.LATE)) {
            ShippedProgram program = ground.program(tenant, Map.of("sync.delta-days", "0"));
            try (ServedRuns runs = ServedRuns.start(tenant, program)) {
                runs.warmUp(1);
                write(ground, tenant, runs);
                read(ground, runs);
            }
        }
    }

    private static void read(BenchGround ground, ServedRuns runs) throws IOException {
        runs.warmUp(LISTED);
        BenchSize size = ground.size();
        double listed = Optimum.of(size.mailboxes(), size.contacts() / ProgramCourses.PAGE + 1, ProgramCourses.LATENCY);
        ground.measure(List.of(new Aim("read", listed)), () -> List.of(runs.next()));
    }

    /** As many again each time, in the mailboxes that hold those before; read too, but what that takes is little. */
    private static void write(BenchGround ground, BenchTenant tenant, ServedRuns runs) throws IOException {
        CentralContacts central = new CentralContacts(tenant);
        BenchSize size = ground.size();
        for (int round = 0; round < WRITTEN; round++) {
            written(central, size, runs);
        }
        double optimum = FirstCourse.optimum(size);
        ground.measure(List.of(new Aim("written", optimum)), () -> List.of(written(central, size, runs)));
    }

    /** A run may begin while they come: then it takes two. */
    private static Sample written(CentralContacts central, BenchSize size, ServedRuns runs) throws IOException {
        central.add(size.contacts());
        Sample all = runs.next();
        while (all.requests() < size.all()) {
            all = all.plus(runs.next());
        }
        return all.of(size.all());
    }
}
