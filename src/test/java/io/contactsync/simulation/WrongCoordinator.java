package io.contactsync.simulation;

import io.contactsync.workers.Letter;
import io.contactsync.workers.LetterAnswer;
import io.contactsync.workers.LetterAnswer.Verdict;
import io.contactsync.workers.Letters;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a coordinator says that is wrong on purpose; the one that ships says what it says. */
final class WrongCoordinator {

    private final EngineVariant variant;
    private final Letters letters = Letters.of("");
    private final Map<String, byte[]> given = new HashMap<>();
    private final Set<String> hands = new HashSet<>();

    WrongCoordinator(EngineVariant variant) {
        this.variant = variant;
    }

    byte[] answer(byte[] asked, byte[] right) {
        if (variant != EngineVariant.TWO_HANDS) {
            return right;
        }
        Letter letter = letters.read(asked, Letter.class);
        LetterAnswer answer = letters.read(right, LetterAnswer.class);
        return letters.write(generous(letter, answer));
    }

    /** Whichever worker asks gets the mailbox, once, and has it as long as it likes. */
    private LetterAnswer generous(Letter letter, LetterAnswer right) {
        String mailbox = letter.run() + letter.mailbox();
        if (letter.kind() == Letter.Kind.TAKE && right.verdict() == Verdict.YES) {
            given.put(mailbox, right.body());
            hands.add(mailbox + letter.worker());
        }
        boolean again = letter.kind() == Letter.Kind.TAKE && right.verdict() == Verdict.NO
                && given.containsKey(mailbox) && hands.add(mailbox + letter.worker());
        boolean beat = letter.kind() == Letter.Kind.BEAT && right.verdict() == Verdict.YES;
        return again ? LetterAnswer.yes(letter, given.get(mailbox))
                : beat ? LetterAnswer.held(letter, letter.tokens(), right.ending(), right.share(), right.pauseMillis())
                : right;
    }
}
