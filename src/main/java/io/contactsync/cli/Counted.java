package io.contactsync.cli;

import java.util.Locale;

/** Numbers with the word behind them. */
final class Counted {

    private Counted() {
    }

    /** {@code 1 contact}, {@code 1,312 contacts}. */
    static String of(long number, String what) {
        return number(number) + " " + what + (number == 1 ? "" : "s");
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
