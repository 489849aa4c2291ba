package io.contactsync.bench;

import io.contactsync.bench.BenchGround.Aim;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What the program is asked to do from the command line. */
final class ProgramCourses {

    static final double LATENCY = 0.1;
    static final List<String> LATE = List.of("--latency", "100");
    static final String SYNC = "sync";
    /** Seconds; what takes longer counts as failed. */
    static final long PATIENCE = 3600;
    private static final int READY = 5;
    /** Requests about all mailboxes together. */
    private static final int OVERHEAD = 10;

    private ProgramCourses() {
    }

    /** Everything is created, in mailboxes that hold nothing of ours. */
    static void first(BenchGround ground) {
        BenchSize size = ground.size();
        double optimum = Optimum.of(size.all() + size.mailboxes(), size.contacts(), LATENCY);
        ground.measure(List.of(new Aim(SYNC, optimum)), () -> {
            try (BenchTenant tenant = ground.tenant(LATE)) {
                return List.of(measured(tenant, ground.program(tenant, Map.of())));
            }
        });
    }

    /** Nothing has changed, and the mailboxes have told so before. */
    static void unchanged(BenchGround ground) throws IOException {
        try (BenchTenant tenant = ground.tenant(LATE)) {
            ShippedProgram program = ready(tenant, ground.program(tenant, Map.of()), ground.size());
            ground.measure(List.of(new Aim(SYNC, Optimum.of(ground.size().mailboxes(), 1, LATENCY))),
                    () -> List.of(measured(tenant, program)));
        }
    }

    static Sample measured(BenchTenant tenant, ShippedProgram program) throws IOException {
        LoadWatch watch = new LoadWatch(tenant);
        return watch.until(program.sync(PATIENCE));
    }

    /** Runs until mailboxes are only asked for changes, as on any day but the first ones. */
    static ShippedProgram ready(BenchTenant tenant, ShippedProgram program, BenchSize size) throws IOException {
        for (int run = 0; run < READY; run++) {
            Sample sample = measured(tenant, program);
            if (run > 0 && sample.requests() < size.mailboxes() + size.mailboxes() / 2 + OVERHEAD) {
                return program;
            }
            Yesterday.of(tenant, program.folder().resolve("data"));
        }
        throw new IOException("after " + READY + " runs mailboxes are still listed");
    }
}
