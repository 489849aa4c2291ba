package io.contactsync.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A person who is taken out of what is kept: their key, and an object id in it wherever it stands, become one that says
 * nothing and is the same everywhere, so that their lines still belong together; hashes of what was written of them go,
 * names and addresses become {@value #NOBODY}.
 */
public final class ErasedPerson {

    /** What stands where a name or an address stood. */
    public static final String NOBODY = "(erased)";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHORTEST = 3;
    /** What of a line of theirs says who it was, beside fields: the name, and hashes of what was written of them. */
    private static final List<String> THEIRS = List.of("name", "before", "after");

    private final ContactKey key;
    private final String id;
    /** Whether the id alone says who it is, as an object id does, and not only together with its source. */
    private final boolean unique;
    private final List<String> marks;
    private final List<Pattern> patterns;

    /**
     * Somebody with that key.
     *
     * @param words their names and addresses, as far as they are known
     */
    public ErasedPerson(ContactKey key, Collection<String> words) {
        this.key = key;
        this.id = String.format(Locale.ROOT, "erased-0%08x", ThreadLocalRandom.current().nextInt());
        this.unique = Names.isObjectId(key.id());
        List<String> all = Stream.concat(words.stream(), unique ? Stream.of(key.id()) : Stream.of())
                .filter(word -> word.length() >= SHORTEST).distinct().toList();
        this.patterns = all.stream().map(word -> Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word)
                + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)).toList();
        this.marks = Stream.concat(all.stream(), Stream.of(key.id(), key.shown().id())).distinct()
                .map(ErasedPerson::inJson).toList();
    }

    private static String inJson(String word) {
        try {
            String text = JSON.writeValueAsString(word);
            return text.substring(1, text.length() - 1);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whose key it was. */
    ContactKey key() {
        return key;
    }

    /** What to look for in a file of JSON: where none of it stands, nothing is to be taken out. */
    public List<String> marks() {
        return marks;
    }

    /** Whether an object is about their contact: it has their key. */
    public boolean isOf(JsonNode object) {
        JsonNode told = object.path("key");
        return told.isTextual() ? isKey(told.asText())
                : told.isObject() && isKey(told.path("source").asText() + "|" + told.path("id").asText());
    }

    private boolean isKey(String text) {
        return text.equals(key.text()) || text.equals(key.shown().text());
    }

    /** Takes them out of an object and all that is in it; whether anything was there to be taken out. */
    public boolean takeOut(ObjectNode object) {
        boolean changed = isOf(object);
        if (changed) {
            object.remove(THEIRS);
            if (object.path("fields") instanceof ArrayNode values) {
                values.removeAll();
            }
        }
        if (isKey(object.path("source").asText() + "|" + object.path("id").asText())) {
            object.put("id", id);
            return true;
        }
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode cleaned = cleaned(object.get(name));
            if (cleaned != null) {
                object.set(name, cleaned);
                changed = true;
            }
        }
        return changed;
    }

    private boolean takeOut(ArrayNode array) {
        boolean changed = false;
        for (int place = 0; place < array.size(); place++) {
            JsonNode cleaned = cleaned(array.get(place));
            if (cleaned != null) {
                array.set(place, cleaned);
                changed = true;
            }
        }
        return changed;
    }

    /** What stands there instead; null if nothing is to be taken out. */
    private JsonNode cleaned(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return takeOut(object) ? object : null;
        }
        if (value instanceof ArrayNode array) {
            return takeOut(array) ? array : null;
        }
        String text = value.isTextual() ? text(value.asText()) : null;
        return text == null || text.equals(value.asText()) ? null : TextNode.valueOf(text);
    }

    /** The same text without them. */
    String text(String text) {
        if (isKey(text)) {
            return key.source() + "|" + id;
        }
        if (unique && text.equals(key.id())) {
            return id;
        }
        String rest = text;
        for (Pattern pattern : patterns) {
            rest = pattern.matcher(rest).replaceAll(NOBODY);
        }
        return rest;
    }
}
