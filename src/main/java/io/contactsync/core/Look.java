package io.contactsync.core;

import java.util.List;

/**
 * A second look at the contacts that a batch is about to change: the list is older than they are.
 *
 * @param mailbox the mailbox's object id
 * @param questions 1 to {@value Batch#MAX}; a question's place (from 0) is how its answer is found
 */
public record Look(String mailbox, List<Question> questions) {

    /** What is asked of a contact. */
    public enum What {
        /** Its marks and its version. */
        MARKS,
        /** All that Graph tells of it. */
        WHOLE,
        /** Whether it has a picture. */
        PICTURE
    }

    /** One question, about the contact of that id. */
    public record Question(String contactId, What what) {
    }

    public Look {
        questions = List.copyOf(questions);
    }
}
