package io.contactsync.bench;

import io.contactsync.bench.BenchGround.Aim;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What the program does on a day after the first: from the command line, started anew each time. */
final class ProgramCourses {

    static final double LATENCY = 0.1;
    static final List<String> LATE = List.of("--latency", "100");
    static final String SYNC = "sync";
    static final int PAGE = 999;
    /** Seconds; what takes longer counts as failed. */
    private static final long PATIENCE = 3600;
    private static final int READY = 5;
    private static final int PERCENT = 100;
    private static final String IF_MATCH = "if-match";
    /** Requests about all mailboxes together. */
    private static final int OVERHEAD = 10;

    /** What people do at the source. */
    private interface Deed {
        void act() throws IOException;
    }

    private ProgramCourses() {
    }

    /** Nothing has changed, and the mailboxes have told so before. */
    static void unchanged(BenchGround ground) throws IOException {
        try (BenchTenant tenant = ground.tenant(LATE)) {
            ShippedProgram program = ready(tenant, ground.program(tenant, Map.of()), ground.size());
            if (ground.measures(SYNC)) {
                ground.measure(List.of(new Aim(SYNC, asked(ground.size()))), () -> List.of(measured(tenant, program)));
            }
            if (ground.measures(ServeCourse.SERVE)) {
                ServeCourse.unchanged(ground, tenant, program);
            }
        }
    }

    /**
     * Mailboxes are only asked for changes, as on any day but the first, and a hundredth of the source has changed,
     * each time anew. Contacts are looked at once more before they are changed; then the same where Graph heeds the
     * version that an update names.
     */
    static void changed(BenchGround ground) throws IOException {
        BenchSize size = ground.size();
        int contacts = Math.max(1, size.contacts() / PERCENT);
        double optimum = Optimum.of((long) size.mailboxes() * (contacts + 1), contacts + 1L, LATENCY);
        try (BenchTenant tenant = ground.tenant(LATE)) {
            ShippedProgram looks = ready(tenant, ground.program(tenant, Map.of()), size);
            ShippedProgram heeds = looks.set("sync.update-if-match", "true");
            CentralContacts central = new CentralContacts(tenant);
            List<Aim> aims = List.of(new Aim(SYNC, optimum), new Aim(IF_MATCH, optimum));
            ground.measure(aims, () -> List.of(changed(tenant, looks, () -> central.change(contacts)),
                    changed(tenant, heeds, () -> central.change(contacts))));
        }
    }

    /** A run before, for a changed configuration has all mailboxes listed. */
    private static Sample changed(BenchTenant tenant, ShippedProgram program, Deed deed) throws IOException {
        program.sync(PATIENCE);
        deed.act();
        return measured(tenant, program);
    }

    static double asked(BenchSize size) {
        return Optimum.of(size.mailboxes(), 1, LATENCY);
    }

    static Sample measured(BenchTenant tenant, ShippedProgram program) throws IOException {
        LoadWatch watch = new LoadWatch(tenant);
        return watch.until(program.sync(PATIENCE));
    }

    /** Runs until mailboxes are only asked for changes, as on any day but the first ones. */
    private static ShippedProgram ready(BenchTenant tenant, ShippedProgram program, BenchSize size)
            throws IOException {
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
