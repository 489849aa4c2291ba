package io.contactsync.simulation;

import io.contactsync.workers.Letter;
import io.contactsync.workers.LetterAnswer;
import io.contactsync.workers.LetterAnswer.Verdict;
import io.contactsync.workers.Letters;

import java.util.HashMap;
import java.util.Map;

/** Sees by which token each mailbox was given last, whoever gave it: nobody else may send there. */
final class Hands {

    private final Letters letters = Letters.of("");
    private final Map<String, String> tokens = new HashMap<>();

    /** The coordinator has answered a letter. */
    void answered(byte[] asked, byte[] answered) {
        Letter letter = letters.read(asked, Letter.class);
        if (letter.kind() == Letter.Kind.RELEASE) {
            tokens.remove(letter.mailbox(), letter.token());
        } else if (letter.kind() == Letter.Kind.TAKE
                && letters.read(answered, LetterAnswer.class).verdict() == Verdict.YES) {
            tokens.put(letter.mailbox(), letter.token());
        }
    }

    /** The coordinator takes whoever has it for lost. */
    void lost(String mailbox) {
        tokens.remove(mailbox);
    }

    /** INV-5: a mailbox is never worked on twice at once. */
    void sends(String mailbox, String token) {
        BrokenInvariant.unless(token.equals(tokens.get(mailbox)), "INV-5",
                token + " sends to " + mailbox + ", which is not in its hands any more");
    }
}
