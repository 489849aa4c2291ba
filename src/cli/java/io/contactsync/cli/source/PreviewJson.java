package io.contactsync.cli.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.contact.ContactRenderer;
import io.contactsync.core.Contact;
import io.contactsync.source.SourceContacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** One reading of a source as JSON, the contacts as Graph would be given them. */
final class PreviewJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PreviewJson() {
    }

    static ObjectNode of(SourceContacts read, Path route, int rows, ContactRenderer renderer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("source", read.source())
                .put("route", route.toString())
                .put("complete", read.isComplete()).put("contacts", read.contacts().size())
                .put("file", read.origin().file());
        read.origin().columns().forEach(json.putArray("columns")::add);
        json.putObject("counts").put("refused", read.refused()).put("excluded", read.excluded())
                .put("repeated", read.counts().repeated())
                .put("unreadPhones", read.counts().unreadPhones())
                .put("phonesOutOfText", read.counts().phonesOutOfText())
                .put("leftOut", read.counts().leftOut()).put("dropped", read.counts().dropped())
                .put("shortened", read.counts().shortened());
        ArrayNode first = json.putArray("first");
        read.contacts().stream().limit(rows).forEach(contact -> first.add(one(contact, renderer)));
        read.problems().forEach(problem -> json.withArray("problems").add(problem.sentence()));
        read.notes().forEach(note -> json.withArray("notes").add(note.sentence()));
        read.leftOut().forEach(row -> json.withArray("leftOut").addObject().put("id", row.id()).put("name", row.name())
                .put("place", row.place()).put("reason", row.reason()).put("refused", row.refused()));
        return json;
    }

    private static ObjectNode one(Contact contact, ContactRenderer renderer) {
        try {
            ObjectNode written = (ObjectNode) JSON.readTree(renderer.render(contact).create());
            written.remove("singleValueExtendedProperties");
            return JsonNodeFactory.instance.objectNode().put("id", contact.key().id()).set("contact", written);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
