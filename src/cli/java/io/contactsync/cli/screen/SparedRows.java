package io.contactsync.cli.screen;

import io.contactsync.cli.words.Amounts;
import io.contactsync.run.MailboxLine;
import io.contactsync.run.RunReport;
import io.contactsync.run.SparedContact;

import java.util.ArrayList;
import java.util.List;

/**
 * What an undo leaves as it is: whom, why, and in whose mailboxes. On a terminal the first ones; piped, all.
 *
 * @param fits whether it has to fit into a terminal
 */
record SparedRows(RunReport report, boolean fits) {

    private static final int MOST = 10;
    private static final int NAMED = 2;

    /** A sentence each, the number of all first; empty if nothing is left. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        List<SparedContact> all = report.spared();
        if (!all.isEmpty()) {
            long contacts = all.stream().mapToLong(each -> each.reach().size()).sum();
            sentences.add(Amounts.of(contacts, "contact") + (contacts == 1 ? " is" : " are") + " left as "
                    + (contacts == 1 ? "it is" : "they are"));
            int most = fits ? MOST : Integer.MAX_VALUE;
            all.stream().limit(most).map(this::sentence).forEach(sentences::add);
            if (all.size() > most) {
                sentences.add("and " + Amounts.count(all.size() - most) + " more: contact-sync report " + report.id());
            }
        }
        return sentences;
    }

    private String sentence(SparedContact spared) {
        return spared.called() + ": " + spared.reason()
                + (spared.fields().isEmpty() ? "" : " (" + String.join(", ", spared.fields()) + ")") + ", in "
                + mailboxes(spared);
    }

    private String mailboxes(SparedContact spared) {
        List<String> named = spared.reach().places().mapToObj(this::called).toList();
        int most = fits ? NAMED : named.size();
        return String.join(", ", named.subList(0, Math.min(most, named.size())))
                + (named.size() > most ? " and " + Amounts.count(named.size() - most) + " more" : "");
    }

    private String called(int place) {
        List<MailboxLine> mailboxes = report.mailboxes();
        return place < mailboxes.size() ? mailboxes.get(place).called() : "mailbox " + place;
    }
}
