package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.ExtendedProperty;
import io.contactsync.sandbox.protocol.JsonBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The content of a contact, rendered once and shared by every mailbox that holds the same: its properties as ready
 * JSON, one slice each, and its extended properties. Immutable; equal contents are equal objects.
 */
public final class ContactContent {
    private final byte[] json;
    private final int[] ends;
    private final List<ExtendedProperty> extended;
    private final Map<String, OpenExtension> extensions;
    private final int hash;

    private ContactContent(byte[] json, int[] ends, List<ExtendedProperty> extended,
            Map<String, OpenExtension> extensions) {
        this.json = json;
        this.ends = ends;
        this.extended = extended;
        this.extensions = extensions;
        this.hash = 31 * (31 * Arrays.hashCode(json) + extended.hashCode()) + extensions.hashCode();
    }

    /** The content of a new contact. A display name that is not given is made of given name and surname. */
    static ContactContent create(ContactBody body, ContactRules rules) {
        rules.checkCreate(body);
        if (body.namesEmails()) {
            body.settleEmails(List.of(), rules.listWins());
        }
        if (rules.fileAsGenerated() && body.text(ContactProperty.FILE_AS) == null) {
            body.values().put(ContactProperty.FILE_AS,
                    fileAs(body.text(ContactProperty.SURNAME), body.text(ContactProperty.GIVEN_NAME)));
        }
        if (body.text(ContactProperty.DISPLAY_NAME) == null) {
            body.values().put(ContactProperty.DISPLAY_NAME,
                    fullName(body.text(ContactProperty.GIVEN_NAME), body.text(ContactProperty.SURNAME)));
        }
        return render(body, null, body.extended().isEmpty() ? List.of() : merged(List.of(), body.extended()),
                Map.copyOf(body.extensions()));
    }

    /**
     * This content changed by a PATCH: what is named is replaced, extended properties are merged by id, and the display
     * name is generated anew when a name changes, or by every change, and no display name is sent.
     *
     * @see <a href="https://learn.microsoft.com/graph/api/contact-update">update contact, note on displayName</a>
     */
    ContactContent patch(ContactBody body, ContactRules rules) {
        if (body.namesEmails()) {
            body.settleEmails(slots(), rules.listWins());
        }
        if (!body.names(ContactProperty.DISPLAY_NAME) && (rules.alwaysNamed() || renames(body))) {
            body.values().put(ContactProperty.DISPLAY_NAME,
                    fullName(after(body, ContactProperty.GIVEN_NAME), after(body, ContactProperty.SURNAME)));
        }
        return render(body, this, body.extended().isEmpty() ? extended : merged(extended, body.extended()), extensions);
    }

    /** This content with an open extension put in, replaced, or, if null, removed. */
    ContactContent with(String name, OpenExtension extension) {
        Map<String, OpenExtension> changed = new HashMap<>(extensions);
        changed.put(name, extension);
        changed.values().removeAll(Collections.singleton(null));
        return new ContactContent(json, ends, extended, Map.copyOf(changed));
    }

    /** Whether nothing but extended properties and open extensions differs. */
    public boolean showsSameAs(ContactContent other) {
        return Arrays.equals(json, other.json);
    }

    ContactContent withoutExtended() {
        return new ContactContent(json, ends, List.of(), extensions);
    }

    byte[] json() {
        return json;
    }

    int start(ContactProperty property) {
        return property.ordinal() == 0 ? 0 : ends[property.ordinal() - 1];
    }

    int end(ContactProperty property) {
        return ends[property.ordinal()];
    }

    public List<ExtendedProperty> extended() {
        return extended;
    }

    /** Open extensions by name. */
    public Map<String, OpenExtension> extensions() {
        return extensions;
    }

    /** The value of a property that is a single text, or null. */
    public String text(ContactProperty property) {
        return (String) read(property);
    }

    @SuppressWarnings("unchecked")
    public List<String> texts(ContactProperty property) {
        return (List<String>) read(property);
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, String>> emails() {
        return (List<Map<String, String>>) read(ContactProperty.EMAIL_ADDRESSES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContactContent that && hash == that.hash && Arrays.equals(json, that.json)
                && extended.equals(that.extended) && extensions.equals(that.extensions);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    private static ContactContent render(ContactBody body, ContactContent base, List<ExtendedProperty> extended,
            Map<String, OpenExtension> extensions) {
        JsonBytes out = new JsonBytes(1600);
        int[] ends = new int[ContactProperty.ALL.size()];
        for (ContactProperty property : ContactProperty.ALL) {
            if (base != null && !body.names(property)) {
                out.raw(base.json, base.start(property), base.end(property) - base.start(property));
            } else {
                Object value = body.values().get(property);
                out.raw(property.prefix()).value(value == null ? property.absent() : value);
            }
            ends[property.ordinal()] = out.length();
        }
        return new ContactContent(out.toBytes(), ends, extended, extensions);
    }

    private boolean renames(ContactBody body) {
        return !Objects.equals(after(body, ContactProperty.GIVEN_NAME), text(ContactProperty.GIVEN_NAME))
                || !Objects.equals(after(body, ContactProperty.SURNAME), text(ContactProperty.SURNAME));
    }

    private String after(ContactBody body, ContactProperty name) {
        return body.names(name) ? body.text(name) : text(name);
    }

    private static String fullName(String given, String surname) {
        String full = (Objects.requireNonNullElse(given, "") + " " + Objects.requireNonNullElse(surname, "")).trim();
        return full.isEmpty() ? null : full;
    }

    private static String fileAs(String surname, String given) {
        if (surname == null || given == null) {
            return surname == null ? given : surname;
        }
        return surname + ", " + given;
    }

    /** A property keeps the spelling of the id it was first written with; without a value it goes away. */
    private static List<ExtendedProperty> merged(List<ExtendedProperty> before, List<ExtendedProperty> changes) {
        Map<ExtendedProperty.Tag, ExtendedProperty> byTag = new LinkedHashMap<>();
        before.forEach(each -> byTag.put(each.tag(), each));
        changes.forEach(each -> byTag.merge(each.tag(), each, (old, changed) -> changed.spelt(old.id())));
        byTag.values().removeIf(each -> each.values().isEmpty());
        return List.copyOf(byTag.values());
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, String>> slots() {
        List<Map<String, String>> slots = new ArrayList<>(3);
        ContactProperty.EMAIL_SLOTS.forEach(each -> slots.add((Map<String, String>) read(each)));
        return slots;
    }

    private Object read(ContactProperty property) {
        int from = start(property) + property.prefix().length;
        return JsonValue.read(json, from, end(property) - from);
    }
}
