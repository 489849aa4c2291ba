package io.contactsync.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The heap of a process, as the garbage collector's own log tells of it: each Java process writes a file. */
final class HeapLog {

    private static final Pattern COLLECTED = Pattern.compile("Pause .* (\\d+)M->");
    private static final Pattern AT_THE_END =
            Pattern.compile("(?:PSYoungGen|ParOldGen|garbage-first heap) .*used (\\d+)K");
    private static final double KIBI = 1024;

    private final Path folder;

    HeapLog(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** What the launcher of Java adds to its options. */
    String option() {
        return "-Xlog:gc,gc+heap+exit:file=" + folder.resolve("heap-%p.log");
    }

    /** The most that was in use, of any process; 0 if none told. */
    double peakMebibytes() throws IOException {
        double peak = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                peak = Math.max(peak, peak(Files.readAllLines(file)));
            }
        }
        return peak;
    }

    private static double peak(List<String> lines) {
        double peak = 0;
        double end = 0;
        for (String line : lines) {
            Matcher collected = COLLECTED.matcher(line);
            if (collected.find()) {
                peak = Math.max(peak, Double.parseDouble(collected.group(1)));
            }
            Matcher left = AT_THE_END.matcher(line);
            end += left.find() ? Double.parseDouble(left.group(1)) / KIBI : 0;
        }
        return Math.max(peak, end);
    }
}
