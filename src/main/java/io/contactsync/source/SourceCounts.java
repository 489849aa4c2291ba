package io.contactsync.source;

import io.contactsync.contact.Remark;
/**
 * How much of a source did not come through as it stands there.
 *
 * @param refused rows that were refused; they make the reading incomplete
 * @param excluded rows left out on purpose
 * @param repeated rows that say what an earlier row of the same id says
 * @param unreadPhones telephone numbers that stay as written
 * @param phonesOutOfText telephone numbers read out of a longer text
 * @param leftOut values that are not what their property takes, left out
 * @param dropped values beyond Graph's number of them, left out
 * @param shortened values cut to Graph's length
 */
public record SourceCounts(int refused, int excluded, int repeated, int unreadPhones, int phonesOutOfText, int leftOut,
        int dropped, int shortened) {

    /** Of a source that came through as it stands. */
    public static final SourceCounts NONE = new SourceCounts(0, 0, 0, 0, 0, 0, 0, 0);

    static SourceCounts of(int refused, int excluded, int repeated, Remarks remarks) {
        return new SourceCounts(refused, excluded, repeated, remarks.count(Remark.Kind.UNREAD_PHONE),
                remarks.count(Remark.Kind.PHONE_OUT_OF_TEXT), remarks.count(Remark.Kind.LEFT_OUT),
                remarks.count(Remark.Kind.DROPPED), remarks.count(Remark.Kind.SHORTENED));
    }
}
