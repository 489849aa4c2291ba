package io.contactsync.run;

import io.contactsync.contact.ContactRenderer;
import io.contactsync.contact.ManagedFields;
import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Change;
import io.contactsync.core.ContactImage;
import io.contactsync.core.ContactKey;
import io.contactsync.journal.StoredImage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Contents that contacts held, to be compared with what they hold now and to be written again. */
final class PastContents {

    private final Map<String, StoredImage> stored;
    private final ContactRenderer renderer;
    private final Map<String, ContactImage> images = new ConcurrentHashMap<>();
    private final Map<String, RenderedContact> rendered = new ConcurrentHashMap<>();

    PastContents(Map<String, StoredImage> stored, ContactRenderer renderer) {
        this.stored = stored;
        this.renderer = renderer;
    }

    /** To be compared; null if it is not kept. */
    ContactImage image(ContactKey key, String hash) {
        return images.computeIfAbsent(StoredImage.id(key, hash), id -> {
            StoredImage image = stored.get(id);
            return image == null ? null
                    : new ContactImage(image.key(), hash, ManagedFields.of(image.fields()));
        });
    }

    /** To be told; null if it is not kept. */
    RenderedContact content(ContactKey key, String hash) {
        return rendered.computeIfAbsent(StoredImage.id(key, hash), id -> {
            StoredImage image = stored.get(id);
            return image == null ? null : renderer.render(image.key(), image.carried(), image.fields());
        });
    }

    /**
     * To be written: what was managed later only, and is not known of that time, is emptied, for it stands there as the
     * run has written it.
     */
    RenderedContact content(Change change) {
        StoredImage image = stored.get(StoredImage.id(change.key(), change.after()));
        StoredImage written = stored.get(StoredImage.id(change.key(), change.before()));
        return written == null || written.fields().equals(image.fields()) ? content(change.key(), change.after())
                : renderer.render(image.key(), image.carried(), ManagedFields.emptied(image.fields(),
                written.fields()));
    }
}
