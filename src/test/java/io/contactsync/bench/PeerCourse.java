package io.contactsync.bench;

import io.contactsync.bench.BenchGround.Aim;
import io.contactsync.bench.peer.PeerKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The first run by the program, and then the same work by everybody else. */
record PeerCourse(int rounds) implements BenchWorkload.Course {

    @Override
    public void play(BenchGround ground) {
        if (ground.measures(ProgramCourses.SYNC)) {
            FirstCourse.play(ground);
        }
        Stream.of(PeerKind.values()).filter(kind -> ground.measures(name(kind))).forEach(kind -> measure(ground, kind));
    }

    private void measure(BenchGround ground, PeerKind kind) {
        double optimum = Optimum.of(ground.size().all(), ground.size().contacts(),
                ProgramCourses.LATENCY);
        List<Aim> aims = Stream.of("", "-2").limit(rounds).map(suffix -> new Aim(name(kind) + suffix, optimum))
                .toList();
        ground.measure(aims, () -> {
            try (BenchTenant tenant = ground.warmTenant()) {
                LoadWatch watch = new LoadWatch(tenant);
                return samples(watch, PeerProcess.run(kind, rounds, tenant, ground.folder(name(kind))));
            }
        });
    }

    /** The sandbox's part is halved between rounds, which do the same. */
    private List<Sample> samples(LoadWatch watch, List<ClientRun> runs) throws IOException {
        double all = runs.stream().mapToDouble(ClientRun::processor).sum();
        ClientRun first = runs.get(0);
        Sample whole = watch.until(new ClientRun(first.seconds(), first.process(), all, first.contacts(),
                first.peakMebibytes(), ""));
        List<Sample> samples = new ArrayList<>();
        for (ClientRun run : runs) {
            samples.add(new Sample(run, whole.sandboxProcessor() / rounds, whole.requests() / rounds,
                    whole.throttled() / rounds, whole.mebibytes() / rounds, whole.load()));
        }
        return samples;
    }

    private static String name(PeerKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
