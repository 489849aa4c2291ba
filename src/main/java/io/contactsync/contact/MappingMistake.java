package io.contactsync.contact;

/** What is wrong with a source's mapping, not with a row: it is the same in every row, and said once. */
final class MappingMistake extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MappingMistake(String sentence) {
        super(sentence);
    }
}
