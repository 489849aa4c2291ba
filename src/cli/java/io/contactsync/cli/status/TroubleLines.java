package io.contactsync.cli.status;

import io.contactsync.cli.words.Amounts;
import io.contactsync.core.ShellWord;
import io.contactsync.core.Times;
import io.contactsync.journal.QuarantineFile;
import io.contactsync.journal.RefusedContact;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * What is left alone for now, and what is watched, on the screen of {@code status}.
 *
 * @param times how times are shown
 * @param line takes the name and the text of a line
 */
record TroubleLines(Status status, Times times, BiConsumer<String, String> line) {

    private static final int SHOWN = 5;

    void show() {
        resting();
        asked();
        refused();
    }

    private void resting() {
        status.trouble().damage().forEach(damage -> line.accept("resting", "! " + damage));
        List<Trouble.Resting> all = status.trouble().resting();
        if (all.isEmpty()) {
            return;
        }
        line.accept("resting", Amounts.mailboxes(all.size()) + " left alone for now");
        all.stream().limit(SHOWN).forEach(one -> line.accept("", "! " + called(one) + ' '
                + one.quarantine().sentence(status.now(), times)
                + (one.quarantine().isQuarantined() ? " → contact-sync release " + ShellWord.of(called(one)) : "")));
        more(all.size());
    }

    private void asked() {
        List<Trouble.Resting> all = status.trouble().asked();
        all.stream().limit(SHOWN).forEach(one -> line.accept(one == all.get(0) ? "watched" : "",
                called(one) + ' ' + one.quarantine().outlook()));
        more(all.size());
    }

    private String called(Trouble.Resting one) {
        return one.mailbox().equals(QuarantineFile.APPLICATION) ? "the whole application is"
                : status.called().apply(one.mailbox());
    }

    private void refused() {
        List<RefusedContact> all = status.trouble().refused();
        if (all.isEmpty()) {
            return;
        }
        line.accept("refused", Amounts.of(all.size(), "contact") + " skipped until "
                + (all.size() == 1 ? "it changes" : "they change"));
        all.stream().limit(SHOWN).forEach(one -> line.accept("", "! \"" + one.name() + "\" (" + one.code() + ") since "
                + times.minute(one.since()) + " → contact-sync release " + ShellWord.of(one.name())));
        more(all.size());
    }

    private void more(int number) {
        if (number > SHOWN) {
            line.accept("", more(number, SHOWN));
        }
    }

    static String more(int number, int shown) {
        return "and " + (number - shown) + " more: --json shows them";
    }
}
