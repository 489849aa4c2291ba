package io.contactsync.contact;

import io.contactsync.problem.Problem;
import java.util.Locale;

/**
 * Something about one value of a contact that does not make the reading incomplete, but that its source's keeper should
 * know.
 *
 * @param kind what became of the value
 * @param property the contact's property, as Graph names it, or {@code region}
 * @param reason why, in words that hold nothing personal
 * @param found what was there
 */
public record Remark(Kind kind, String property, String reason, String found) {

    /** What became of a value; the order in which a summary names them. */
    public enum Kind {
        UNREAD_PHONE("telephone number not read", "telephone numbers not read", "stays as written"),
        PHONE_OUT_OF_TEXT("number read out of a longer text", "numbers read out of longer texts",
                "is read out of a longer text"),
        LEFT_OUT("value left out", "values left out", "is left out"),
        DROPPED("value too many", "values too many", "is left out"),
        SHORTENED("value cut", "values cut", "is cut");

        private final String one;
        private final String many;
        private final String verb;

        Kind(String one, String many, String verb) {
            this.one = one;
            this.many = many;
            this.verb = verb;
        }

        /** So many of them, in words. */
        public String count(int number) {
            return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
        }
    }

    private static final int SHOWN = 60;

    /** Whether a note about a source tells of a telephone number that was not read. */
    public static boolean isOfUnreadPhone(String note) {
        return note.contains("' " + Kind.UNREAD_PHONE.verb + ", ");
    }

    /**
     * The remark in one sentence: {@code customers.csv, line 3, Anna Bär: 'birthday' is left out, it must be ... - was
     * '00.00.00'}.
     */
    public Problem at(String place, String owner) {
        String what = ": '" + property + "' " + kind.verb + ", " + reason + " - was '";
        String line = Lines.one(found);
        String shown = line.length() <= SHOWN ? line : Lines.cut(line, SHOWN) + "...";
        return new Problem(place + (owner.isEmpty() ? "" : ", " + owner) + what + shown + "'", place + what + "...'");
    }
}
