package io.contactsync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The three jars of this build, which it makes before the tests. */
final class Jars {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private Jars() {
    }

    /** @param classifier {@code cli}, {@code sandbox}, or nothing for the product's */
    static Path jar(String classifier) {
        Pattern name = Pattern.compile(
                "contact-sync-\\d+\\.\\d+\\.\\d+" + (classifier.isEmpty() ? "" : "-" + classifier) + "\\.jar");
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file -> name.matcher(file.getFileName().toString()).matches())
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .orElseThrow(() -> new IllegalStateException("no " + name + " in target: run mvn process-classes"));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The files in a jar, but what each jar has of its own. */
    static Set<String> files(Path jar) {
        try (JarFile open = new JarFile(jar.toFile())) {
            return open.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName)
                    .filter(name -> !name.equals(JarFile.MANIFEST_NAME) && !name.startsWith("META-INF/maven/"))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
