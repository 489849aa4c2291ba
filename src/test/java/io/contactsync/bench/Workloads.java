package io.contactsync.bench;

import java.util.List;

/** All that is measured, by name. */
final class Workloads {

    /** Small enough for any build: shows that all of it still works, and measures nothing. */
    static final String SMOKE = "smoke";

    private Workloads() {
    }

    static List<BenchWorkload> all() {
        return List.of(new BenchWorkload(SMOKE, new BenchSize(3, 25), new PeerCourse(1)),
                new BenchWorkload("start", new BenchSize(0, 0), StartCourse::play),
                new BenchWorkload("unchanged-5000", new BenchSize(5000, 100), ProgramCourses::unchanged),
                new BenchWorkload("first-60x500", new BenchSize(60, 500), new PeerCourse(2)),
                new BenchWorkload("first-200x500", new BenchSize(200, 500), FirstCourse::play),
                new BenchWorkload("first-1000x100", new BenchSize(1000, 100), FirstCourse::play),
                new BenchWorkload("refused-5pct", new BenchSize(200, 500), FirstCourse::refused),
                new BenchWorkload("concurrency-app", new BenchSize(40, 20), FirstCourse::fourForTheApp),
                new BenchWorkload("slow-mailbox", new BenchSize(200, 40), FirstCourse::slow),
                new BenchWorkload("serve-200x500", new BenchSize(200, 500), ServeCourse::warm),
                new BenchWorkload("ceiling-4000x100", new BenchSize(4000, 100), FirstCourse::play),
                new BenchWorkload("long-64x5000", new BenchSize(64, 5000), FirstCourse::inLittleHeap),
                new BenchWorkload("changed-1pct", new BenchSize(5000, 500), ProgramCourses::changed),
                new BenchWorkload("first-5000x500", new BenchSize(5000, 500), FirstCourse::play));
    }

    /** @param only names of some; none for all but the smallest, which measures nothing */
    static List<BenchWorkload> named(List<String> only) {
        List<String> names = all().stream().map(BenchWorkload::name).toList();
        only.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("there is no workload '" + name + "'; there are "
                    + String.join(", ", names));
        });
        return all().stream()
                .filter(each -> only.isEmpty() ? !each.name().equals(SMOKE) : only.contains(each.name())).toList();
    }
}
