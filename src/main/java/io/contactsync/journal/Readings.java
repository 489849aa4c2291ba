package io.contactsync.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.core.ContactKey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The last reading of each source, a file each: {@code <source>.jsonl}, readable by its owner only, for it holds names.
 * Nothing is decided by it: if it is lost or damaged, less can be explained until the next run.
 *
 * <p>Its first line is the reading without its rows; then comes a line a row, and last their number and the check sum
 * of all lines before.
 */
public final class Readings {

    private static final String SUFFIX = ".jsonl";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    /** The readings of a data folder. */
    public Readings(Path data) {
        this.folder = new DataPlaces(data).readings();
    }

    private Path file(String source) {
        return folder.resolve(source + SUFFIX);
    }

    /**
     * Keeps a reading in place of the one before.
     *
     * @throws JournalException if it cannot be written
     */
    public void write(Reading reading) {
        List<String> lines = new ArrayList<>();
        lines.add(head(reading).toString());
        reading.named().forEach(named -> lines.add(line(named).toString()));
        reading.absent().forEach(absent -> lines.add(line(absent).toString()));
        reading.former().forEach(former -> lines.add(line(former.who()).put("last", Journal.time(former.last()))
                .toString()));
        lines.add(object().put("sum", LineSum.of(lines)).put("lines", lines.size()).toString());
        try {
            PrivateFiles.replace(file(reading.source()), lines);
        } catch (IOException unwritable) {
            throw new JournalException("the state file '" + file(reading.source()) + "' cannot be written", unwritable);
        }
    }

    /**
     * The last reading of a source; none if it was never read.
     *
     * @throws JournalException if it cannot be read or is damaged
     */
    public Optional<Reading> read(String source) {
        Path file = file(source);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = PrivateFiles.readOwn(file)) {
            return Optional.of(reading(source, new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()));
        } catch (IOException | RuntimeException damaged) {
            throw new JournalException("what " + source + " named last cannot be told: the state file '" + file
                    + "' is damaged; the next run writes it anew", damaged);
        }
    }

    /**
     * Takes somebody whom their source no longer names out of its last reading.
     *
     * @return whether it was there
     * @throws JournalException if it cannot be read or written
     */
    boolean erase(ErasedPerson person) {
        ContactKey key = person.key();
        Reading reading = read(key.source()).orElse(null);
        if (reading == null) {
            return false;
        }
        List<Reading.Absent> absent = reading.absent().stream().filter(row -> !row.id().equals(key.id())).toList();
        List<Reading.Former> former = reading.former().stream()
                .filter(each -> !each.who().key().shown().equals(key.shown())).toList();
        List<String> problems = reading.problems().stream().map(person::text).toList();
        boolean there = absent.size() + former.size() < reading.absent().size() + reading.former().size()
                || !problems.equals(reading.problems());
        if (there) {
            write(new Reading(reading.source(), reading.run(), reading.at(), reading.state(), reading.named(), absent,
                    former, problems));
        }
        return there;
    }

    private static Reading reading(String source, List<String> lines) throws IOException {
        int last = lines.size() - 1;
        JsonNode end = JSON.readTree(lines.get(last));
        if (end.path("lines").asInt(-1) != last || !end.path("sum").asText()
                .equals(LineSum.of(lines.subList(0, last)))) {
            throw new IOException("its sum is wrong");
        }
        JsonNode head = JSON.readTree(lines.get(0));
        List<Reading.Named> named = new ArrayList<>();
        List<Reading.Absent> absent = new ArrayList<>();
        List<Reading.Former> former = new ArrayList<>();
        for (String line : lines.subList(1, last)) {
            JsonNode row = JSON.readTree(line);
            if (row.has("reason")) {
                absent.add(absent(row));
            } else if (row.has("last")) {
                former.add(new Reading.Former(named(source, row), Instant.parse(row.path("last").asText())));
            } else {
                named.add(named(source, row));
            }
        }
        return new Reading(source, head.path("run").asText(), Instant.parse(head.path("at").asText()),
                head.path("state").asText(), named, absent, former, texts(head.path("problems")));
    }

    private static ObjectNode head(Reading reading) {
        ObjectNode head = object().put("source", reading.source()).put("run", reading.run())
                .put("at", Journal.time(reading.at()))
                .put("state", reading.state());
        return head.set("problems", texts(reading.problems()));
    }

    private static ObjectNode line(Reading.Named named) {
        ObjectNode line = object().put("id", named.key().id()).put("name", named.name()).put("hash", named.hash());
        return line.set("mail", texts(named.addresses()));
    }

    private static ObjectNode line(Reading.Absent absent) {
        return object().put("reason", absent.reason()).put("refused", absent.refused()).put("id", absent.id())
                .put("name", absent.name())
                .put("mail", absent.address()).put("place", absent.place());
    }

    private static Reading.Named named(String source, JsonNode row) {
        return new Reading.Named(new ContactKey(source, row.path("id").asText()), row.path("name").asText(),
                texts(row.path("mail")),
                row.path("hash").asText());
    }

    private static Reading.Absent absent(JsonNode row) {
        return new Reading.Absent(row.path("id").asText(), row.path("name").asText(), row.path("mail").asText(),
                row.path("place").asText(), row.path("reason").asText(), row.path("refused").asBoolean());
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
