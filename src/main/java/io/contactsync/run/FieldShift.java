package io.contactsync.run;

/**
 * One property of a person before and after, over all mailboxes that an update reaches.
 *
 * @param property Graph's name of it, for example {@code mobilePhone}
 * @param before what most of those mailboxes hold; empty if they hold nothing
 * @param after what they will hold; empty if that is nothing
 * @param mailboxes in how many mailboxes it becomes that from that
 * @param others in how many more it changes from, or to, something else
 */
public record FieldShift(String property, String before, String after, int mailboxes, int others) {
    /** It may stand on screens and in reports, but in no log: values are not told. */
    @Override
    public String toString() {
        return "FieldShift[property=" + property + ", mailboxes=" + mailboxes + ", others=" + others + "]";
    }
}
