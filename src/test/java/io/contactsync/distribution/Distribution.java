package io.contactsync.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The folder that becomes the zip and the packages. The build makes it before the tests. */
final class Distribution {

    private Distribution() {
    }

    /** Where it stands. */
    static Path folder() throws IOException {
        try (Stream<Path> made = Files.list(Path.of("target").toAbsolutePath())) {
            return made.filter(each -> each.getFileName().toString().matches("contact-sync-\\d+\\.\\d+\\.\\d+"))
                    .findFirst().orElseThrow(() -> new IllegalStateException("not made: mvn process-test-classes"));
        }
    }

    /** @param output the file for what it writes */
    static int run(Path output, Map<String, String> environment, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " does not end: " + Files.readString(output));
        }
        return process.exitValue();
    }
}
