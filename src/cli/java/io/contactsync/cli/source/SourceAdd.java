package io.contactsync.cli.source;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationEdit;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.configuration.RouteFiles;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Names;
import io.contactsync.problem.NearMiss;
import io.contactsync.source.SourceSample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Adds a source to an installation: all of it or nothing, and over nothing that is there. */
final class SourceAdd {

    private static final List<String> KINDS = Stream.concat(Stream.of("csv", "graph-contacts"),
            Stream.of(OwnReader.values()).map(OwnReader::word)).toList();

    private final Configuration configuration;
    private final RouteFiles files;
    private final String name;

    /** @throws ConfigurationException if the name is none, or is taken */
    SourceAdd(Configuration configuration, String name) {
        this.configuration = configuration;
        this.files = configuration.routes();
        this.name = name;
        if (!Names.isKebab(name) || name.length() > ContactKey.MAX_SOURCE) {
            throw new ConfigurationException("a source's name must be kebab-case (a-z, 0-9, -), at most "
                    + ContactKey.MAX_SOURCE + " characters - was '" + name + "'");
        }
        files.file(name).ifPresent(there -> {
            throw new ConfigurationException("there is a source '" + name + "' already, in " + there
                    + ": take another name, or remove that file");
        });
        if (Files.exists(file())) {
            throw new ConfigurationException("the file " + file()
                    + " is there already: take another name, or remove it");
        }
    }

    /** Where its route goes. */
    Path file() {
        return folder().resolve("sources").resolve("source-" + name + ".camel.yaml");
    }

    private Path folder() {
        return files.folders().ofNew(configuration.file());
    }

    /** Where its files are dropped; one of several configurations has a folder of its own for them. */
    private String inbox() {
        boolean isShared = folder().equals(files.folders().shared());
        return "data/inbox/" + (isShared ? "" : folder().getFileName() + "/") + name;
    }

    /**
     * Thinks it out; nothing is written yet.
     *
     * @param sample null for none
     * @throws ConfigurationException if there is no such kind, or the sample cannot be read
     */
    NewSource make(String kind, Path sample) {
        if (!KINDS.contains(kind)) {
            throw new ConfigurationException("--from must be one of " + String.join(", ", KINDS) + " - was '" + kind
                    + "'" + NearMiss.question(kind, KINDS));
        }
        if (kind.equals("csv")) {
            return sample == null ? NewSource.csv(name, inbox()) : NewSource.csv(name, inbox(), read(sample));
        }
        if (sample != null) {
            throw new ConfigurationException("--sample goes with --from csv: no other kind is guessed from a file");
        }
        if (!kind.equals("graph-contacts")) {
            return OwnReader.valueOf(kind.toUpperCase(Locale.ROOT)).source(name);
        }
        return NewSource.mailboxes(name, RouteFiles.text(files.file(kind)
                .orElseThrow(() -> new ConfigurationException("there is no source 'graph-contacts' to copy:"
                + " its file routes/sources/source-graph-contacts.camel.yaml was removed"))));
    }

    private static SourceSample read(Path sample) {
        try {
            return SourceSample.read(sample.toAbsolutePath());
        } catch (IllegalArgumentException unreadable) {
            throw new ConfigurationException("--sample: " + unreadable.getMessage());
        }
    }

    /**
     * Writes the route, then the keys; if these fail, the route goes again.
     *
     * @return where the old configuration is kept
     * @throws ConfigurationException if it cannot be written: then nothing has changed
     */
    Path write(NewSource source, boolean enable, Instant now) {
        ConfigurationEdit file = ConfigurationEdit.read(configuration.file());
        file.addBehind("source.", lines(source, file));
        if (enable) {
            List<String> sources = new ArrayList<>(configuration.list("sync.sources"));
            sources.add(name);
            file.set("sync.sources", String.join(",", sources));
        }
        try {
            Files.createDirectories(file().getParent());
            Files.writeString(file(), source.route(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            return file.write(now);
        } catch (IOException unwritable) {
            throw new ConfigurationException("the file " + file() + " cannot be written (" + unwritable.getClass()
                    .getSimpleName() + "): nothing has changed");
        } catch (ConfigurationException unwritable) {
            file().toFile().delete();
            throw unwritable;
        }
    }

    private static List<String> lines(NewSource source, ConfigurationEdit file) {
        List<String> lines = new ArrayList<>();
        source.keys().forEach((line, comment) -> {
            if (!file.has(line.replaceFirst(" =.*", ""))) {
                lines.add(comment);
                lines.add(line);
            }
        });
        return lines;
    }
}
