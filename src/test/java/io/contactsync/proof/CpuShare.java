package io.contactsync.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of one processor that processes may use together, by a Linux control group (v1 or v2; root only): the kernel
 * holds them back, whatever else the machine does.
 */
final class CpuShare implements AutoCloseable {

    private static final Path FIRST = Path.of("/sys/fs/cgroup/cpu");
    private static final Path SECOND = Path.of("/sys/fs/cgroup");
    /** The kernel's own, in microseconds: with short ones, what others do meanwhile empties the processor's caches. */
    private static final int PERIOD = 100_000;
    private static final double MICROS = 1e6;
    private static final double NANOS = 1e3;
    private static final double TICKS = 100;

    private final Path group;
    /** Where version 1 counts; the same group in version 2. */
    private final Path counted;

    /**
     * @param name of the group
     * @param percent of one processor
     * @throws IOException if this machine does not let us
     */
    CpuShare(String name, int percent) throws IOException {
        boolean isFirst = Files.exists(FIRST.resolve("cpu.cfs_quota_us"));
        group = Files.createDirectories((isFirst ? FIRST : SECOND).resolve(name));
        counted = isFirst ? Files.createDirectories(FIRST.resolveSibling("cpuacct").resolve(name)) : group;
        limit(percent);
    }

    /**
     * From now on they may use so much.
     *
     * @param percent of one processor
     */
    void limit(int percent) throws IOException {
        String quota = Integer.toString(PERIOD * percent / 100);
        if (Files.exists(group.resolve("cpu.cfs_quota_us"))) {
            Files.writeString(group.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD));
            Files.writeString(group.resolve("cpu.cfs_quota_us"), quota);
        } else {
            Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD);
        }
    }

    /** The same command, held back. */
    List<String> of(List<String> command) {
        List<String> line = new ArrayList<>(List.of("sh", "-c", "echo $$ > " + group + "/cgroup.procs && echo $$ > "
                + counted + "/cgroup.procs && exec \"$@\"", "sh"));
        line.addAll(command);
        return line;
    }

    /** Seconds of processor time that its processes have used. */
    double used() throws IOException {
        Path usage = counted.resolve("cpuacct.usage");
        if (Files.exists(usage)) {
            return Long.parseLong(Files.readString(usage).strip()) / (NANOS * MICROS);
        }
        return Files.readAllLines(counted.resolve("cpu.stat")).stream().filter(line -> line.startsWith("usage_usec "))
                .mapToDouble(line -> Double.parseDouble(line.substring("usage_usec ".length())) / MICROS).sum();
    }

    /** Of it, seconds that Java's compilers have used: much of it, and the code is not warm yet. */
    double compiled() throws IOException {
        double ticks = 0;
        for (String process : Files.readAllLines(group.resolve("cgroup.procs"))) {
            try (Stream<Path> threads = Files.list(Path.of("/proc", process, "task"))) {
                ticks += threads.mapToDouble(CpuShare::compilerTicks).sum();
            }
        }
        return ticks / TICKS;
    }

    private static double compilerTicks(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return stat.contains(" Compiler") ? Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        Files.delete(group);
        Files.deleteIfExists(counted);
    }
}
