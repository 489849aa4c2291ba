package io.contactsync.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.core.ContactKey;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Images as lines of a file: a JSON object each, or one that holds it sealed.
 *
 * @param seal with what
 */
record ImageLines(ImageSeal seal) {

    private static final ObjectMapper JSON = new ObjectMapper();

    byte[] line(StoredImage image) throws IOException {
        ObjectNode line = JSON.createObjectNode().put("key", image.key().text()).put("hash", image.hash());
        if (!image.carried().equals(image.hash())) {
            line.put("carried", image.carried());
        }
        if (image.until() != null) {
            line.put("until", Journal.time(image.until()));
        }
        byte[] open = JSON.writeValueAsBytes(line.set("fields", JSON.readTree(image.fields())));
        return seal.isNone() ? open : JSON.writeValueAsBytes(JSON.createObjectNode().put("sealed", seal.seal(open)));
    }

    /** Whether a file's lines are not sealed, although there is a key. A file is written with one key, or without. */
    boolean isOpen(Path file) throws IOException {
        if (seal.isNone() || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String first = reader.readLine();
            return first != null && !first.contains("{\"sealed\":");
        }
    }

    /** @throws IOException if another key has sealed it */
    StoredImage image(byte[] text) throws IOException {
        JsonNode line = JSON.readTree(text);
        JsonNode open = line.has("sealed") ? JSON.readTree(seal.open(line.path("sealed").asText())) : line;
        String hash = open.path("hash").asText();
        return new StoredImage(ContactKey.parse(open.path("key").asText()), hash, open.path("carried").asText(hash),
                open.path("fields").toString(),
                open.has("until") ? Instant.parse(open.path("until").asText()) : null);
    }
}
