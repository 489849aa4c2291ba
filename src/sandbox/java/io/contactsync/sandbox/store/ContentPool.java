package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.GraphReadings;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps every content once, however many mailboxes hold it, and remembers which request body led to which content, so
 * that a body sent to many mailboxes is parsed once. Contents no contact holds any more are let go.
 */
public final class ContentPool {
    private static final int BODIES = 8192;
    private final Map<Entry, Entry> contents = new HashMap<>();
    private ContactRules rules = ContactRules.of(GraphReadings.assumed());
    private ContactParser parser = new ContactParser(rules);
    private final ReferenceQueue<ContactContent> gone = new ReferenceQueue<>();
    private final Map<ByteBuffer, ContactContent> bodies = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, ContactContent> eldest) {
            return size() > BODIES;
        }
    };

    /** From now on bodies are read by those answers to the open questions. */
    void follow(GraphReadings readings) {
        rules = ContactRules.of(readings);
        parser = new ContactParser(rules);
        bodies.clear();
    }

    /** The content a new contact has that was sent with these bytes. */
    public ContactContent created(byte[] json) {
        ByteBuffer key = ByteBuffer.wrap(json);
        ContactContent known = bodies.get(key);
        if (known == null) {
            known = intern(ContactContent.create(parser.parse(json), rules));
            bodies.put(key, known);
        }
        return known;
    }

    public ContactContent patched(ContactContent before, byte[] json) {
        return intern(before.patch(parser.parse(json), rules));
    }

    /** The content with an open extension put in, replaced, or, if null, removed. */
    public ContactContent extended(ContactContent before, String name, OpenExtension extension) {
        return intern(before.with(name, extension));
    }

    /** The same content without extended properties. */
    ContactContent stripped(ContactContent before) {
        return intern(before.withoutExtended());
    }

    /** Distinct contents held. */
    int size() {
        forgetGone();
        return contents.size();
    }

    private ContactContent intern(ContactContent content) {
        forgetGone();
        Entry entry = new Entry(content, gone);
        Entry held = contents.putIfAbsent(entry, entry);
        ContactContent same = held == null ? content : held.get();
        return same == null ? content : same;
    }

    private void forgetGone() {
        for (Reference<?> each = gone.poll(); each != null; each = gone.poll()) {
            contents.remove(each);
        }
    }

    /** A weak reference that stands for its content in the map, and for itself once the content is gone. */
    private static final class Entry extends WeakReference<ContactContent> {
        private final int hash;

        Entry(ContactContent content, ReferenceQueue<ContactContent> queue) {
            super(content, queue);
            hash = content.hashCode();
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) {
                return true;
            }
            ContactContent mine = get();
            return mine != null && other instanceof Entry that && mine.equals(that.get());
        }
    }
}
