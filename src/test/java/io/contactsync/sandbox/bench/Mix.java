package io.contactsync.sandbox.bench;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * Lists, creates and changes in turn, mailbox by mailbox. Each lane has mailboxes of its own, so that no two batches
 * meet in one.
 */
final class Mix implements Phase {
    private final List<String> mailboxes;
    private final String turns;
    private final long batches;
    private List<String> ids = List.of();
    private long sent;

    /**
     * @param turns one letter for each batch at a mailbox: L lists, C creates, P changes what was listed or created
     * just before
     */
    Mix(List<String> mailboxes, String turns, long batches) {
        this.mailboxes = mailboxes;
        this.turns = turns;
        this.batches = batches;
    }

    @Override
    public Buffer next() {
        if (sent >= batches) {
            return null;
        }
        String mailbox = mailboxes.get((int) (sent / turns.length() % mailboxes.size()));
        char turn = turns.charAt((int) (sent++ % turns.length()));
        return switch (turn) {
            case 'L' -> BenchBatches.lists(mailbox);
            case 'C' -> BenchBatches.creates(mailbox, 0);
            default -> BenchBatches.patches(mailbox, ids, sent);
        };
    }

    @Override
    public void answered(String answer) {
        ids = BenchBatches.ids(answer);
    }
}
