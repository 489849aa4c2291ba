package io.contactsync.cli.screen;

import io.contactsync.cli.words.Amounts;
import io.contactsync.core.Printable;
import io.contactsync.core.Times;
import io.contactsync.journal.KnownHold;
import io.contactsync.run.OpenHold;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What is said of a hold, in words. */
public final class HoldText {

    private HoldText() {
    }

    /** Who or what, how many of how many, over which limit. */
    static String sentence(KnownHold hold) {
        return Printable.line(hold.sentence());
    }

    /** The same with what changed since the last accepted run, where that is known. */
    static String because(KnownHold hold) {
        String reason = OpenHold.of(hold).reason();
        return sentence(hold)
                + (reason.isEmpty() ? "" : (hold.settings().isEmpty() ? "; " : ", ") + Printable.line(reason));
    }

    /** What waits because of it. */
    static String effect(KnownHold hold) {
        if (hold.kind().isOfEverything()) {
            return "the whole run waits";
        }
        return hold.changes() == 0 ? hold.kind().many() + " of " + hold.subject() + " wait"
                : Amounts.of(hold.changes(), hold.kind().one(), hold.kind().many()) + " in "
                        + Amounts.mailboxes(hold.mailboxes());
    }

    /** What it means that a hold of the whole run is rejected. */
    public static String stopped(KnownHold hold) {
        return "no run writes anything until " + hold.kind().until(hold.subject(), !hold.settings().isEmpty())
                + " (or it is approved)";
    }

    static String age(KnownHold hold, Instant now) {
        Duration age = Duration.between(hold.since(), now);
        if (age.toMinutes() < 1) {
            return "held just now";
        }
        if (age.toHours() < 1) {
            return "held for " + age.toMinutes() + " min";
        }
        return age.toDays() < 2 ? "held for " + age.toHours() + " h" : "held for " + age.toDays() + " days";
    }

    /** Who decided what, and when. */
    static String decision(KnownHold hold, Times times) {
        if (hold.decision() == null) {
            return hold.word().text();
        }
        String begun = hold.begun() ? ", begun" : "";
        return String.format(Locale.ROOT, "%s by %s, %s%s",
                hold.word().text(), Printable.line(hold.decision().by()), times.minute(hold.decision().at()), begun);
    }
}
