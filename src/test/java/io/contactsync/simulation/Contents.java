package io.contactsync.simulation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.core.HiddenKey;
import io.contactsync.microsoftgraph.GraphItemResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Graph does with single requests about the contacts of one mailbox, as they come over the wire. */
final class Contents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CATEGORIES = "categories";

    private final World world;
    private final VirtualMailbox mailbox;

    Contents(World world, VirtualMailbox mailbox) {
        this.world = world;
        this.mailbox = mailbox;
    }

    /** Whether a create or an update is about that person. */
    boolean isAbout(GraphRequest request, String person) {
        return request.body() != null
                && new String(request.body(), StandardCharsets.UTF_8).contains("|" + person + "\"");
    }

    /** Does what was sent then. */
    GraphItemResponse commit(GraphRequest request, long sent) {
        world.note("commit " + request.method() + " " + request.url());
        if (request.method().equals("POST")) {
            return answer(request, 201, mailbox.add(changed(null, body(request))));
        }
        Item item = contact(request);
        if (item == null || !item.isLive()) {
            return Server.answer(request, 404, "ErrorItemNotFound", null);
        }
        String version = request.headers().get("If-Match");
        if (version != null && !version.equals("W/\"" + item.changeKey(item.now()) + "\"")) {
            return Server.answer(request, 412, "ErrorIrresolvableConflict", null);
        }
        if (request.method().equals("DELETE")) {
            BrokenInvariant.unless(item.isOurs(), "INV-1", item.id + " is deleted without both marks");
            mailbox.delete(item);
            return Server.answer(request, 204, "", null);
        }
        Item.Version before = item.now();
        mailbox.change(item, changed(before, body(request)), sent);
        requireOwnersKept(item, before);
        return answer(request, 200, item);
    }

    /** INV-1: what is not ours in a contact that is ours stays as it is, byte for byte. */
    private static void requireOwnersKept(Item item, Item.Version before) {
        Map<String, String> kept = new HashMap<>(before.fields());
        Map<String, String> now = new HashMap<>(item.now().fields());
        kept.keySet().removeAll(Sources.MANAGED);
        now.keySet().removeAll(Sources.MANAGED);
        BrokenInvariant.unless(kept.equals(now), "INV-1", item.id + ": its owner's " + kept + " became " + now);
        Set<String> categories = new HashSet<>(before.categories());
        categories.remove(World.CATEGORY);
        BrokenInvariant.unless(item.now().categories().containsAll(categories), "INV-1",
                item.id + ": its owner's categories " + categories + " became " + item.now().categories());
    }

    private Item contact(GraphRequest request) {
        String path = request.url().split("\\?", 2)[0].replace("/photo", "");
        return mailbox.find(URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8));
    }

    private static GraphItemResponse answer(GraphRequest request, int status, Item item) {
        return new GraphItemResponse(request.id(), status, null, null, null, item.id, item.changeKey(item.now()));
    }

    private static Map<String, JsonNode> body(GraphRequest request) {
        try {
            return JSON.readValue(request.body(), new TypeReference<>() { });
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    private Item.Version changed(Item.Version before, Map<String, JsonNode> body) {
        Map<String, String> fields = new HashMap<>(before == null ? Map.of() : before.fields());
        Set<String> categories = before == null ? Set.of() : before.categories();
        HiddenKey key = before == null ? null : before.key();
        String hash = before == null ? null : before.hash();
        for (Map.Entry<String, JsonNode> member : body.entrySet()) {
            if (member.getKey().equals(CATEGORIES)) {
                categories = texts(member.getValue());
            } else if (member.getKey().equals(HiddenProperties.MEMBER)) {
                for (JsonNode property : member.getValue()) {
                    boolean isKey = property.path("id").asText().equals(HiddenProperties.KEY);
                    String value = property.path("value").asText("");
                    key = isKey ? HiddenKey.parse(value) : key;
                    hash = isKey ? hash : value;
                }
            } else if (member.getValue().isNull()) {
                fields.remove(member.getKey());
            } else {
                fields.put(member.getKey(), member.getValue().toString());
            }
        }
        return new Item.Version(world.now(), categories, fields, key, hash);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return Set.copyOf(texts);
    }

    /** Shows a contact as it is now. */
    GraphItemResponse show(GraphRequest question) {
        Item item = contact(question);
        if (item == null || !item.isLive() || question.url().endsWith("/photo")) {
            return Server.answer(question, 404, "ErrorItemNotFound", null);
        }
        String changeKey = item.changeKey(item.now());
        return new GraphItemResponse(question.id(), 200, null, null, null, item.id, changeKey,
                json(item, changeKey, item.now()));
    }

    /** Contacts in the default folder whose keys stand in the filter, as far as they were listed at that time. */
    GraphItemResponse find(GraphRequest question, long seen) {
        if (question.url().contains("/contactFolders?")) {
            return folders(question);
        }
        String filter = URLDecoder.decode(question.url(), StandardCharsets.UTF_8);
        ObjectNode page = JSON.createObjectNode();
        ArrayNode rows = page.putArray("value");
        mailbox.items().stream().filter(item -> item.inDefault && item.isListed(seen) && item.at(seen).key() != null
                        && filter.contains("p/value eq '" + item.at(seen).key().text() + "'"))
                .forEach(item -> rows.add(json(item, item.changeKey(item.at(seen)), item.at(seen))));
        return new GraphItemResponse(question.id(), 200, null, null, null, null, null, page);
    }

    /** There is one as long as anything is in it. */
    private GraphItemResponse folders(GraphRequest question) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode rows = page.putArray("value");
        mailbox.live().stream().filter(item -> !item.inDefault).limit(1)
                .forEach(item -> rows.addObject().put("id", "folder"));
        return new GraphItemResponse(question.id(), 200, null, null, null, null, null, page);
    }

    private static ObjectNode json(Item item, String changeKey, Item.Version now) {
        ObjectNode json = JSON.createObjectNode().put("id", item.id).put("changeKey", changeKey)
                .put("createdDateTime", Instant.ofEpochMilli(item.created).truncatedTo(ChronoUnit.SECONDS).toString());
        ArrayNode categories = json.putArray(CATEGORIES);
        now.categories().stream().sorted().forEach(categories::add);
        ArrayNode hidden = json.putArray(HiddenProperties.MEMBER);
        if (now.key() != null) {
            hidden.addObject().put("id", HiddenProperties.KEY).put("value", now.key().text());
        }
        if (now.hash() != null) {
            hidden.addObject().put("id", HiddenProperties.HASH).put("value", now.hash());
        }
        now.fields().keySet().stream().sorted().forEach(field -> json.set(field, tree(now.fields().get(field))));
        return json;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

}
