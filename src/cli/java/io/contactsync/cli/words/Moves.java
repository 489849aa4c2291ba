package io.contactsync.cli.words;

import io.contactsync.core.PlannedChange.Move;

/** Who moved in a source, in words: to come in a plan, past in a run. */
public final class Moves {

    private Moves() {
    }

    /** {@code joins}, {@code join} or {@code joined}; of those who did not move, that mailboxes catch up. */
    public static String verb(Move move, long people, boolean will) {
        String end = people == 1 ? "s" : "";
        return switch (move) {
            case JOINED -> will ? "join" + end : "joined";
            case LEFT -> will ? "leave" + end : "left";
            case CHANGED -> will ? "change" + end : "changed";
            case NONE -> will ? "mailboxes catch up" : "mailboxes caught up";
        };
    }

    /** {@code 3 people come back}, of an undo. */
    public static String undone(Move move, long people) {
        String end = people == 1 ? "s" : "";
        String goes = people == 1 ? "goes" : "go";
        return Amounts.of(people, "person", "people") + " " + switch (move) {
            case JOINED -> "come" + end + " back";
            case LEFT -> goes + " again";
            case CHANGED -> goes + " back to what it was";
            case NONE -> verb(move, people, true);
        };
    }

    /** {@code 3 people join}, {@code 1 person left}. */
    public static String people(Move move, long people, boolean will) {
        return Amounts.of(people, "person", "people") + (move == Move.NONE ? " as before; " : " ")
                + verb(move, people, will);
    }
}
