package io.contactsync.simulation;

import io.contactsync.run.MailboxTask;
import io.contactsync.run.TakenMailbox;
import io.contactsync.workers.Letter;
import io.contactsync.workers.LetterAnswer;
import io.contactsync.workers.LetterAnswer.Verdict;
import io.contactsync.workers.Letters;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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

    /** What it makes of what its journals say of mailboxes that workers had. */
    List<MailboxTask> tasks(List<MailboxTask> tasks) {
        return variant != EngineVariant.FORGETS_LOST ? tasks
                : tasks.stream().map(task -> task.isSkipped() && task.skip().startsWith("a worker")
                        ? new MailboxTask(task.brief(), task.mailbox(), null) : task).toList();
    }

    byte[] answer(byte[] asked, byte[] right) {
        if (variant != EngineVariant.FORGETS_LOST && variant != EngineVariant.TWO_HANDS) {
            return right;
        }
        Letter letter = letters.read(asked, Letter.class);
        LetterAnswer answer = letters.read(right, LetterAnswer.class);
        return letters.write(variant == EngineVariant.TWO_HANDS ? generous(letter, answer) : forgetful(letter, answer));
    }

    private static LetterAnswer forgetful(Letter letter, LetterAnswer right) {
        return letter.kind() == Letter.Kind.TAKE && right.verdict() == Verdict.YES
                ? LetterAnswer.yes(letter, TakenMailbox.forgetting(right.body())) : right;
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
