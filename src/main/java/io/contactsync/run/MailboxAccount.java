package io.contactsync.run;

import io.contactsync.core.Change;
import io.contactsync.core.Hold;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Plan;
import io.contactsync.core.SeenContent;
import io.contactsync.microsoftgraph.GraphStatistics;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * All that a worker did in a mailbox and learned of it, so that its run hears of it as if it had been done there.
 *
 * @param result what it came to
 * @param journal the run in whose journal it stands at the worker
 * @param hash of the last line there
 * @param plan what was planned; null if nothing was
 * @param holds what waits for a human
 * @param seen what contacts held that were changed
 * @param parts what was done, in order
 * @param told how long Graph wants it to wait
 * @param spares whether nothing was created because another installation may write there
 * @param asked what that machine asked Graph since it told so last
 * @param known what is to be remembered of the mailbox, as its file holds it
 */
record MailboxAccount(MailboxResult result, String journal, String hash, Plan plan, List<Hold> holds,
        List<SeenContent> seen, List<AccountPart> parts, Duration told, boolean spares, GraphStatistics asked,
        byte[] known) {

    /** For longer nobody waits, whatever Graph said. */
    private static final Duration LONGEST = Duration.ofDays(7);

    /** Whoever reads one that lacks something has none. */
    MailboxAccount {
        holds = List.copyOf(holds);
        seen = List.copyOf(seen);
        parts = List.copyOf(parts);
        Stream.of(result, journal, hash, told, asked, known).forEach(Objects::requireNonNull);
        if (told.isNegative() || told.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a mailbox waits for at most " + LONGEST + " - was '" + told + "'");
        }
    }

    /** That of a letter; null if it is none. */
    static MailboxAccount read(byte[] body, SharedKeys keys) {
        return AccountReader.read(body, keys);
    }

    /** As it goes over the wire. */
    byte[] bytes(SharedKeys keys) {
        return AccountWriter.write(this, keys);
    }

    /** The same with other changes in its plan, and other parts. */
    MailboxAccount with(List<Change> changes, List<AccountPart> done) {
        Plan other = plan == null ? null : new Plan(changes, plan.managed(), plan.unchanged(), plan.kept(),
                plan.apart(), plan.touched(), plan.drift());
        return new MailboxAccount(result, journal, hash, other, holds, seen, done, told, spares, asked, known);
    }
}
