package io.contactsync.cli.words;

import io.contactsync.core.SourceState;

/** How a source was read, in words. */
public final class SourceWords {

    private SourceWords() {
    }

    /** What it means for the source's contacts. */
    public static String of(SourceState state) {
        return switch (state) {
            case COMPLETE -> "complete";
            case INCOMPLETE -> "incomplete: deletes nothing";
            case HELD -> "its deletions wait";
            case RETIRED -> "retired: its contacts go";
        };
    }
}
