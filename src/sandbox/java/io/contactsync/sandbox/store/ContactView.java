package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.ExtendedProperty;
import java.util.List;
import java.util.Set;

/**
 * Which part of a contact a client asked to see.
 *
 * @param select    names of the properties, or null for all
 * @param expand    extended properties to show
 * @param immutable ids in the immutable form
 * @param inList    true on a page, where long notes may be cut
 */
public record ContactView(Set<String> select, Expand expand, boolean immutable, boolean inList) {
    /** Everything there is, hidden properties too: what a snapshot holds. */
    static final ContactView EVERYTHING = new ContactView(null, Expand.ALL, false, false);

    boolean shows(String property) {
        return select == null || select.contains(property);
    }

    /**
     * The hidden properties asked for; without a filter the service shows none.
     *
     * @param tags       of extended properties
     * @param extensions keys of open extensions
     */
    public record Expand(boolean all, List<ExtendedProperty.Tag> tags, List<String> extensions) {
        public static final Expand ALL = new Expand(true, List.of(), List.of());
        public static final Expand NONE = new Expand(false, List.of(), List.of());

        boolean shows(ExtendedProperty property) {
            return all || tags.contains(property.tag());
        }

        boolean shows(OpenExtension extension) {
            return all || extensions.contains(extension.key());
        }
    }
}
