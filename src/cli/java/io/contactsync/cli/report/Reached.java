package io.contactsync.cli.report;

import io.contactsync.cli.words.Amounts;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.Reach;
import io.contactsync.run.MailboxLine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Names the mailboxes that something reaches where they are few, or else those that it leaves out. */
final class Reached {

    private static final int FEW = 3;

    private final List<MailboxLine> mailboxes;
    private final int[] places;
    private final int skipped;
    private final Map<Reach, String> told = new HashMap<>();

    Reached(List<MailboxLine> mailboxes) {
        this.mailboxes = mailboxes;
        this.places = IntStream.range(0, mailboxes.size())
                .filter(place -> mailboxes.get(place).status() != Status.SKIPPED).toArray();
        this.skipped = mailboxes.size() - places.length;
    }

    String which(Reach reach) {
        return told.computeIfAbsent(reach, this::tell);
    }

    private String tell(Reach reach) {
        if (reach.size() <= FEW) {
            return names(reach.places());
        }
        int[] missed = IntStream.of(places).filter(place -> !reach.contains(place)).limit(FEW + 1L).toArray();
        if (missed.length > FEW || missed.length + skipped == 0) {
            return missed.length == 0 ? "all" : "";
        }
        String others = skipped == 0 ? "" : (missed.length == 0 ? "" : " and ") + Amounts.count(skipped) + " skipped";
        return "all but " + names(IntStream.of(missed)) + others;
    }

    private String names(IntStream which) {
        return String.join(", ", which.filter(place -> place < mailboxes.size())
                .mapToObj(place -> PageText.text(mailboxes.get(place).called())).toList());
    }
}
