package io.contactsync.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.core.ContactKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What this program wrote last, a file a source: {@code <source>.jsonl}, readable by its owner only, for it holds
 * names, numbers and addresses. Plans and holds tell from it what a mailbox holds without reading it. Nothing is
 * decided by it: what is damaged is passed over, and where it is lost, what was there before is not known. Whoever
 * left a source is forgotten {@link #REMEMBERED} later.
 */
public final class VersionStore {

    /** How long names of those who left a source are kept, here and wherever else. */
    public static final Duration REMEMBERED = Duration.ofDays(90);

    private static final Logger LOG = LoggerFactory.getLogger(VersionStore.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".jsonl";

    private final Path folder;

    /** The contents of a data folder. */
    public VersionStore(Path data) {
        this.folder = new DataPlaces(data).contents();
    }

    private Path file(String source) {
        return folder.resolve(source + SUFFIX);
    }

    /** Names of the sources of which contents are kept. */
    public List<String> sources() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length())).sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** What was written of a source's contacts; nobody if none of it was, or if it cannot be read. */
    public ContactVersions read(String source) {
        Path file = file(source);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return ContactVersions.NONE;
        }
        List<WrittenContact> versions = new ArrayList<>();
        try {
            if (!SummedLines.readWhole(file, line -> versions.add(version(source, JSON.readTree(line))))) {
                LOG.warn("the state file '{}' is damaged: of some contacts it is not known what"
                        + " was written last; the next run mends it", file);
            }
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("the state file '{}' cannot be read ({}): what was written last is not known", file,
                    unreadable.getClass().getSimpleName());
        }
        return ContactVersions.of(versions);
    }

    /**
     * Keeps what a run sets out to write, before it does; a file in which nothing changes is left as it is.
     *
     * @param source whose
     * @param now content hash by key, as the source names them
     * @param fresh what is written of a key whose content is new
     * @param complete whether who is not named is gone
     * @throws IOException if it cannot be written
     */
    public void keep(String source, Map<ContactKey, String> now, Function<ContactKey, WrittenContact> fresh,
            boolean complete, Instant at) throws IOException {
        ContactVersions before = read(source);
        ContactVersions after = before.after(now, fresh, complete, at, at.minus(REMEMBERED));
        if (after.isEmpty()) {
            Files.deleteIfExists(file(source));
        } else if (!after.equals(before)) {
            write(source, after);
        }
    }

    /**
     * Forgets all versions of that contact, whatever its source says.
     *
     * @return whether any was known
     * @throws IOException if that cannot be written
     */
    boolean erase(ContactKey key) throws IOException {
        ContactVersions before = read(key.source());
        List<WrittenContact> others = before.all().filter(version -> !version.key().shown().equals(key.shown()))
                .toList();
        if (others.size() == before.all().count()) {
            return false;
        }
        write(key.source(), ContactVersions.of(others));
        return true;
    }

    private void write(String source, ContactVersions versions) throws IOException {
        SummedLines.write(file(source), lines -> {
            for (WrittenContact version : (Iterable<WrittenContact>) versions.all()::iterator) {
                lines.line(JSON.writeValueAsBytes(line(version)));
            }
        });
    }

    private static ObjectNode line(WrittenContact version) {
        ObjectNode line = JSON.createObjectNode().put("id", version.key().id()).put("hash", version.hash())
                .put("since", Journal.time(version.since()));
        if (version.gone() != null) {
            line.put("gone", Journal.time(version.gone()));
        }
        line.put("name", version.name());
        version.fields().forEach(line.putObject("fields")::put);
        return line;
    }

    private static WrittenContact version(String source, JsonNode line) {
        Map<String, String> fields = new LinkedHashMap<>();
        line.path("fields").fields().forEachRemaining(field -> fields.put(field.getKey(), field.getValue().asText()));
        return new WrittenContact(new ContactKey(source, line.path("id").asText()), line.path("hash").asText(),
                line.path("name").asText(), fields, Instant.parse(line.path("since").asText()),
                line.has("gone") ? Instant.parse(line.path("gone").asText()) : null);
    }
}
