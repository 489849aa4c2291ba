package io.contactsync.cli.screen;

import io.contactsync.cli.words.Amounts;
import io.contactsync.core.Printable;
import io.contactsync.run.FieldShift;

/** A value before and after, in as many columns as there are. */
final class Shifts {

    private static final String TO = " → ";
    private static final String MORE = "…";
    private static final int LEAST = 12;

    private Shifts() {
    }

    /** In full. */
    static String text(String before, String after) {
        return value(before) + TO + value(after);
    }

    /** In full, with the mailboxes that differ. */
    static String text(FieldShift shift) {
        String others = shift.others() == 0 ? "" : " (" + Amounts.mailboxes(shift.others())
                + (shift.others() == 1 ? " holds" : " hold") + " another value)";
        return text(shift.before(), shift.after()) + others;
    }

    /**
     * In at most that many columns: what both begin with is left out first, for it is not what changes; then each gives
     * way to the other.
     */
    static String cut(String was, String becomes, int columns) {
        String before = Printable.line(was);
        String after = Printable.line(becomes);
        if (Columns.width(text(before, after)) <= columns) {
            return text(before, after);
        }
        int common = common(before, after);
        String shortBefore = common > 1 ? MORE + before.substring(common) : value(before);
        String shortAfter = common > 1 ? MORE + after.substring(common) : value(after);
        int room = columns - Columns.width(TO);
        int first = Math.max(Math.min(Columns.width(shortBefore), room / 2), room - Columns.width(shortAfter));
        String begin = Columns.cut(shortBefore, first);
        return begin + TO + Columns.cut(shortAfter, room - Columns.width(begin));
    }

    private static String value(String value) {
        return value.isEmpty() ? "nothing" : Printable.line(value);
    }

    /**
     * Characters that both begin with, back to the begin of a word and never into a character; 0 if it is not worth it.
     */
    private static int common(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int same = 0;
        while (same < most && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        while (same > 0 && Character.isLetterOrDigit(before.codePointBefore(same))) {
            same--;
        }
        return same < LEAST ? 0 : same;
    }
}
