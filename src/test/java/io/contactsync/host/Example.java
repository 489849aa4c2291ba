package io.contactsync.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An example of a host, built by Maven as its reader builds it. Beside Maven's own local repository stands one with the
 * product of this build, so that neither an older one is taken nor this one is left behind.
 *
 * @param target what Maven made of it
 */
record Example(Path target) {

    private static final Path LOCAL = Path.of(System.getProperty("maven.local", ""));
    private static final String PRODUCT = "contact-sync-1.0.0";

    /**
     * Builds it.
     *
     * @param name its folder in src/examples
     * @param folder an empty one
     */
    static Example build(String name, Path folder) throws IOException, InterruptedException {
        Path source = Path.of("src", "examples", name);
        Path project = folder.resolve(name);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(path -> !path.startsWith(source.resolve("target"))).toList()) {
                Files.createDirectories(project.resolve(source.relativize(file)).getParent());
                Files.copy(file, project.resolve(source.relativize(file)));
            }
        }
        Path log = folder.resolve(name + ".log");
        Process maven = new ProcessBuilder(System.getProperty("maven.home") + "/bin/mvn", "-q", "-B",
                "-Dmaven.repo.local=" + repository(folder.resolve("repository")), "package")
                .directory(project.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(maven.waitFor(10, TimeUnit.MINUTES)).as("Maven ends").isTrue();
        assertThat(maven.exitValue()).as(Files.readString(log)).isZero();
        return new Example(project.resolve("target"));
    }

    /** All that Maven has already, by links, and the product of this build. */
    private static Path repository(Path repository) throws IOException {
        Path ours = repository.resolve(Path.of("io", "contactsync", "contact-sync", "1.0.0"));
        Files.createDirectories(ours);
        link(LOCAL, repository);
        link(LOCAL.resolve("io"), repository.resolve("io"));
        Files.copy(Path.of("pom.xml"), ours.resolve(PRODUCT + ".pom"));
        Files.copy(Path.of("target", PRODUCT + ".jar"), ours.resolve(PRODUCT + ".jar"));
        return repository;
    }

    private static void link(Path from, Path to) throws IOException {
        try (Stream<Path> folders = Files.list(from)) {
            for (Path folder : folders.filter(each -> Files.notExists(to.resolve(each.getFileName()))).toList()) {
                Files.createSymbolicLink(to.resolve(folder.getFileName()), folder.toAbsolutePath());
            }
        }
    }

    /** It, started; what it says goes into that file. */
    Process start(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:TieredStopAtLevel=1", "-jar", target.resolve("host.jar").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(log.getParent().toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
    }
}
