package io.contactsync.core;

import java.util.List;
import java.util.Map;

/**
 * One of our contacts as it was read just now, before it is written: its marks, and what a source may fill.
 *
 * @param contactId Graph's id of it, as it was asked for
 * @param answer how Graph answered; its status says whether it was read
 * @param marks whose it is, and its version; null if it was not read, or carries no mark any more
 * @param categories all of its categories
 * @param fields its values in the form of a {@link ContactImage}, by Graph's property
 * @param content the same as Graph answered it, a JSON object; empty if it was not read
 * @param drift managed fields that differ from what we would write: what stands there, and what we would write
 */
public record PresentContact(String contactId, Answer answer, CurrentContact marks, List<String> categories,
        Map<String, String> fields, String content, List<FieldChange> drift) {

    public PresentContact {
        categories = List.copyOf(categories);
        fields = Map.copyOf(fields);
        drift = List.copyOf(drift);
    }

    /** A contact that was not read. */
    public static PresentContact unread(String contactId, Answer answer) {
        return new PresentContact(contactId, answer, null, List.of(), Map.of(), "", List.of());
    }

    /** Whether it was read. */
    public boolean isRead() {
        return answer.isSuccess();
    }

    /** Whether it carries that key and belongs to that owner. */
    boolean is(Ownership whose, ContactKey wanted, Policy policy) {
        return marks != null && policy.of(marks) == whose && wanted.equals(marks.key().key());
    }

    /** It may be looked at by people, but stand in no log. */
    @Override
    public String toString() {
        return "PresentContact[" + contactId + ", fields=" + fields.size() + ", drift=" + drift.size() + "]";
    }
}
