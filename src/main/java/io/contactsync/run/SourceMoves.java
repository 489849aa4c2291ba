package io.contactsync.run;

import io.contactsync.contact.ManagedFields;
import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Change;
import io.contactsync.core.ContactImage;
import io.contactsync.core.WrittenBefore;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What we wrote into contacts before, and what the source itself has changed since, told from what is kept of them.
 * Asked by all mailboxes at once; reads when it is first asked.
 */
final class SourceMoves {

    private final BeforeImages images;
    private final Supplier<GuardedSources> given;
    private PastContents past;
    private boolean isRead;

    SourceMoves(BeforeImages images, Supplier<GuardedSources> given) {
        this.images = images;
        this.given = given;
    }

    /** What was written before a change; null if that is not known. */
    WrittenBefore of(Change change) {
        RenderedContact now = given.get().rendered().get(change.key());
        PastContents kept = past();
        ContactImage before = now == null || kept == null ? null : kept.image(change.key(), change.before());
        return before == null ? null : new WrittenBefore(before.fields().getOrDefault("displayName", ""),
                between(before.fields(), ManagedFields.of(ManagedFields.written(now))));
    }

    private static Set<String> between(Map<String, String> before, Map<String, String> now) {
        Set<String> moved = new HashSet<>(ContactImage.differing(before, now));
        moved.addAll(ContactImage.differing(now, before));
        return moved;
    }

    /** That it cannot be read was told when the run kept what it writes. */
    private synchronized PastContents past() {
        if (!isRead) {
            isRead = true;
            try {
                past = images.contents(image -> true, null);
            } catch (UnreadableRunException unreadable) {
                past = null;
            }
        }
        return past;
    }
}
