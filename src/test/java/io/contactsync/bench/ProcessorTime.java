package io.contactsync.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Processor time by the operating system's accounting, in seconds; of Linux, in steps of a hundredth. */
final class ProcessorTime {

    private static final Path PROC = Path.of("/proc");
    private static final double TICKS = 100;
    /** Places of utime, stime, cutime and cstime behind the name of the program, see proc(5). */
    private static final int OWN = 11;
    private static final int CHILDREN = 13;
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    /** What runs in guests stands in the columns before too. */
    private static final int COLUMNS = 8;

    private ProcessorTime() {
    }

    /** Of a process that runs, and of all that it waited for. */
    static double of(long pid) {
        List<String> fields = stat(Long.toString(pid));
        return sum(fields, OWN) + sum(fields, CHILDREN);
    }

    /** Of this process alone. */
    static double own() {
        return sum(stat("self"), OWN);
    }

    /** Of all processes that this one started and that have ended, theirs included. */
    static double ended() {
        return sum(stat("self"), CHILDREN);
    }

    /** Of the whole machine, whoever it was for. */
    static double machine() {
        String line = read(PROC.resolve("stat")).lines().findFirst().orElseThrow();
        List<Double> columns = Arrays.stream(line.split("\\s+")).skip(1).limit(COLUMNS).map(Double::valueOf).toList();
        double all = columns.stream().mapToDouble(Double::doubleValue).sum();
        return (all - columns.get(IDLE) - columns.get(WAITING)) / TICKS;
    }

    /** Processes that want a processor, on average over a minute. */
    static double load() {
        return Double.parseDouble(read(PROC.resolve("loadavg")).split(" ")[0]);
    }

    /** Bytes that a process has written so far, to sockets too. */
    static long written(long pid) {
        return read(PROC.resolve(pid + "/io")).lines().filter(line -> line.startsWith("wchar: "))
                .mapToLong(line -> Long.parseLong(line.substring("wchar: ".length()))).findFirst().orElse(0);
    }

    private static List<String> stat(String process) {
        String line = read(PROC.resolve(process + "/stat"));
        return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
    }

    private static double sum(List<String> fields, int first) {
        return (Double.parseDouble(fields.get(first)) + Double.parseDouble(fields.get(first + 1))) / TICKS;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("bench reads " + file + " of Linux", unreadable);
        }
    }
}
