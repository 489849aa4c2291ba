package io.contactsync.cli.status;

import io.contactsync.cli.access.CertificateLife;
import io.contactsync.cli.access.SecretLife;
import io.contactsync.cli.words.CauseRows;
import io.contactsync.run.ExitCode;
import io.contactsync.run.OpenHold;
import io.contactsync.run.RunReport;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How this installation is, as far as its own files tell.
 *
 * @param instance its name
 * @param data the data folder
 * @param running whether a run is under way
 * @param runs the latest runs, the newest first
 * @param next when serve would run next; null if the schedule is wrong
 * @param holds what waits for a person
 * @param damage what is wrong with the file of what waits; null if nothing is
 * @param unsound what is wrong with journals and state, so that no run begins; null if nothing is
 * @param left how many mailboxes are no targets any more and may still hold contacts of ours
 * @param failed why mailboxes failed in the latest run that has a report
 * @param waits why mailboxes wait since that run, though nothing is wrong with them
 * @param owners what owners have done to contacts of ours, as the latest run that has a report saw it
 * @param trouble what is left alone for now
 * @param now when that was
 * @param called what people call mailboxes
 * @param credential what the application signs in with, and until when
 * @param warning what is to be said of that while there is still time; null if nothing is
 * @param size of the data folder
 * @param neighbours other installations whose contacts stand where ours would
 * @param free bytes that are free where it lies
 * @param nodes which of several nodes has the turn; null where there is one machine alone
 */
record Status(String instance, Path data, boolean running, List<Past> runs, ZonedDateTime next, List<OpenHold> holds,
        String damage, String unsound, int left, List<CauseRows.Row> failed, List<CauseRows.Row> waits,
        OwnersDoings owners, Trouble trouble,
        Instant now, UnaryOperator<String> called, String credential, String warning, DataFolderSize size,
        Set<String> neighbours, long free, String nodes) {

    /** How it is told that there is nothing to sign in with. */
    static final String NOT_YET = "none yet: ";

    /** Whether it is said in which tenant. */
    boolean configured() {
        return !credential.startsWith(NOT_YET);
    }

    /** The last run, if it failed before it came to a mailbox. */
    Optional<RunReport> broken() {
        return runs.stream().flatMap(past -> past.report().stream()).findFirst()
                .filter(run -> run.exit() == ExitCode.FAILED && run.totals().total() == 0);
    }

    /**
     * A run that is over, or under way.
     *
     * @param id its id
     * @param report what is told of it, mailboxes and changes aside; none if it was killed, is under way, is part of
     *        another machine's, or an older version made it
     * @param part of which run of a coordinator it is a part, in a sentence; empty if of none
     */
    record Past(String id, Optional<RunReport> report, String part) {
    }

    /**
     * The certificate's days, or what stands in its place.
     *
     * @param told in words
     * @param warning null if there is none
     */
    record SignedInWith(String told, String warning) {

        /** @param now what days are counted from */
        static SignedInWith of(Optional<CertificateLife> certificate, Instant now) {
            return certificate.map(life -> new SignedInWith(life.now(now), life.warning(now).orElse(null)))
                    .orElse(new SignedInWith("client secret; " + SecretLife.ELSEWHERE, null));
        }
    }
}
