package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.ExtendedProperty;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.Timestamps;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Writes contacts as Graph shows them; most of it is copying slices of the shared content.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/contact-get">get contact</a>
 */
public final class ContactWriter {
    private static final int NOTES_IN_LISTS = 256;
    private static final byte[] ETAG = bytes("\"@odata.etag\":\"W/\\\"");
    private static final byte[] ID = bytes("\\\"\",\"id\":\"");
    private static final byte[] CREATED = bytes(",\"createdDateTime\":\"");
    private static final byte[] MODIFIED = bytes(",\"lastModifiedDateTime\":\"");
    private static final byte[] CHANGE_KEY = bytes(",\"changeKey\":\"");
    private static final byte[] PARENT = bytes(",\"parentFolderId\":\"");
    private static final String SINGLE = ",\"singleValueExtendedProperties\":[";
    private static final String MULTI = ",\"multiValueExtendedProperties\":[";
    private final Timestamps timestamps = new Timestamps();

    /** Writes the members of the object, without its braces. */
    public void write(JsonBytes out, Mailbox mailbox, StoredContact contact, ContactView view) {
        out.raw(ETAG);
        mailbox.changeKeys().write(out, contact.change());
        out.raw(ID);
        contact.folder().ids().write(out, view.immutable() ? contact.origin() : contact.number(), view.immutable());
        out.raw((byte) '"');
        system(out, mailbox, contact, view);
        content(out, contact.content(), view);
        hidden(out, contact.content(), view.expand());
    }

    private static void hidden(JsonBytes out, ContactContent content, ContactView.Expand expand) {
        if (!content.extended().isEmpty()) {
            extended(out, content.extended(), expand, false);
            extended(out, content.extended(), expand, true);
        }
        if (!content.extensions().isEmpty()) {
            extensions(out, content.extensions(), expand);
        }
    }

    private void system(JsonBytes out, Mailbox mailbox, StoredContact contact, ContactView view) {
        if (view.shows("createdDateTime")) {
            out.raw(CREATED).raw(timestamps.of(contact.created())).raw((byte) '"');
        }
        if (view.shows("lastModifiedDateTime")) {
            out.raw(MODIFIED).raw(timestamps.of(contact.modified())).raw((byte) '"');
        }
        if (view.shows("changeKey")) {
            out.raw(CHANGE_KEY);
            mailbox.changeKeys().write(out, contact.change());
            out.raw((byte) '"');
        }
        if (view.shows("parentFolderId")) {
            out.raw(PARENT).raw(contact.folder().idBytes()).raw((byte) '"');
        }
    }

    private static void content(JsonBytes out, ContactContent content, ContactView view) {
        if (view.select() == null && !view.inList()) {
            out.raw(content.json());
            return;
        }
        for (ContactProperty property : ContactProperty.ALL) {
            if (view.shows(property.wireName())) {
                slice(out, content, property, view);
            }
        }
    }

    private static void slice(JsonBytes out, ContactContent content, ContactProperty property, ContactView view) {
        int start = content.start(property);
        int first = start + property.prefix().length + 1;
        if (property == ContactProperty.PERSONAL_NOTES && view.inList() && content.json()[first] == '\\') {
            out.raw(property.prefix()).string(cut(content.text(property)));
        } else {
            out.raw(content.json(), start, content.end(property) - start);
        }
    }

    /**
     * Notes that begin with a line break: lists lose the breaks and all beyond 256 characters (microsoft-graph-docs,
     * issue 17598).
     */
    private static String cut(String notes) {
        if (!notes.startsWith("\r") && !notes.startsWith("\n")) {
            return notes;
        }
        String line = notes.replaceAll("[\\r\\n]+", " ").strip();
        return line.substring(0, Math.min(NOTES_IN_LISTS, line.length()));
    }

    /**
     * Contacts without any of the asked properties lack the member (Learn: get singleValueLegacyExtendedProperty,
     * example 2).
     */
    private static void extended(JsonBytes out, List<ExtendedProperty> all, ContactView.Expand expand, boolean multi) {
        boolean open = false;
        for (ExtendedProperty property : all) {
            if (property.tag().multi() == multi && expand.shows(property)) {
                out.ascii(open ? "," : multi ? MULTI : SINGLE).ascii("{\"id\":").string(property.id())
                        .ascii(",\"value\":");
                (multi ? out.value(property.values()) : out.string(property.value())).raw((byte) '}');
                open = true;
            }
        }
        if (open) {
            out.raw((byte) ']');
        }
    }

    private static void extensions(JsonBytes out, Map<String, OpenExtension> all, ContactView.Expand expand) {
        List<OpenExtension> shown = all.values().stream().filter(expand::shows).toList();
        if (!shown.isEmpty()) {
            out.name("extensions").raw((byte) '[');
            shown.forEach(each -> {
                each.write(out.separator().raw((byte) '{'));
                out.raw((byte) '}');
            });
            out.raw((byte) ']');
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
