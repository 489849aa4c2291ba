package io.contactsync.cli.report;

import io.contactsync.cli.words.Amounts;

/**
 * A kind of rows that a table can be narrowed to.
 *
 * @param value what such rows carry; empty for all
 * @param label the word for it, with their number
 */
record Kind(String value, String label) {

    static Kind of(String value, String word, long count) {
        return new Kind(value, word + " " + Amounts.count(count));
    }
}
