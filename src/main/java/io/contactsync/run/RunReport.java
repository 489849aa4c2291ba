package io.contactsync.run;

import io.contactsync.core.Cause;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.Totals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * All that can be told of a run or a plan: screens, JSON, the report and the page of {@code serve} are views of this
 * and of nothing else. It lies in the run's folder, {@code report.json} and {@code plan.jsonl}, readable by its owner
 * only: it holds names, numbers and addresses.
 *
 * @param id the run's id, which is the name of its folder
 * @param kind {@code plan}, {@code sync} or {@code apply}
 * @param plan the plan that was applied; empty if it was none
 * @param deed what it was asked to do
 * @param instance name of this installation
 * @param began when it began
 * @param took how long
 * @param exit the exit code of the command line
 * @param totals mailboxes and changes; of a plan, the changes planned
 * @param sources what each source gave, in order
 * @param mailboxes what each mailbox came to, in the order of the run's list: {@link io.contactsync.core.Reach} counts
 * by it
 * @param changes what was planned, each shared change once
 * @param drift what others have done to contacts of ours, and what becomes of it
 * @param former contacts of a former tool that were found, where somebody named its marks
 * @param spared what an undo leaves as it is, although the run that is undone changed it
 * @param holds what waits for a person
 * @param causes why mailboxes were skipped, held or failed; their counts add up to those of the totals
 * @param moved of a plan that was applied, what it left out because it has moved since, in sentences
 * @param problems what was not as it should be, in sentences
 * @param unlisted how many problems there were beyond those
 * @param notes what should be known, in sentences
 * @param beats writes and mailboxes by second; seconds in which nothing happened are left out
 * @param requests requests to Graph, each one inside a batch counted
 * @param throttled answers with status 429 among them
 * @param journal where the journal is
 * @param journalHash the hash of its last line: kept elsewhere, it shows whether all of it was written anew since
 */
public record RunReport(String id, String kind, String plan, Deed deed, String instance, Instant began, Duration took,
        int exit, Totals totals, List<SourceLine> sources, List<MailboxLine> mailboxes, List<PlannedChange> changes,
        DriftReport drift, List<FormerContact> former, List<SparedContact> spared, List<OpenHold> holds,
        List<Cause> causes, List<String> moved, List<String> problems, int unlisted, List<String> notes,
        List<Beat> beats, long requests, long throttled, String journal, String journalHash) {

    /** It ended before the first write. */
    public static final String PLAN = "plan";
    /** What journal, figures and JSON have called a plan since there were no others. */
    public static final String DRY_RUN = "dry-run";
    /** It did what it planned. */
    public static final String SYNC = "sync";
    /** It did what an earlier plan and its own agree on. */
    public static final String APPLY = "apply";

    public RunReport {
        deed = deed == null ? Deed.SYNC : deed;
        sources = sources == null ? List.of() : List.copyOf(sources);
        mailboxes = mailboxes == null ? List.of() : List.copyOf(mailboxes);
        changes = changes == null ? List.of() : List.copyOf(changes);
        drift = drift == null ? DriftReport.NONE : drift;
        former = former == null ? List.of() : List.copyOf(former);
        spared = spared == null ? List.of() : List.copyOf(spared);
        holds = holds == null ? List.of() : List.copyOf(holds);
        causes = causes == null ? List.of() : List.copyOf(causes);
        moved = moved == null ? List.of() : List.copyOf(moved);
        problems = problems == null ? List.of() : List.copyOf(problems);
        notes = notes == null ? List.of() : List.copyOf(notes);
        beats = beats == null ? List.of() : List.copyOf(beats);
        journalHash = journalHash == null ? "" : journalHash;
    }

    /** Whether it ended before the first write. */
    public boolean isPlan() {
        return kind.equals(PLAN);
    }

    /** What it was, in a word: the command that it was asked for with, or how it was carried out. */
    public String what() {
        return deed.isSync() ? kind : deed.order();
    }

    /** Its kind as journal, figures and JSON call it. */
    public String mode() {
        return mode(kind);
    }

    static String mode(String kind) {
        return kind.equals(PLAN) ? DRY_RUN : kind;
    }

    /** What people call the mailbox of that id, as far as the report tells; else the id. */
    public String called(String mailbox) {
        return mailboxes.stream().filter(line -> line.mailbox().equals(mailbox)).map(MailboxLine::called).findFirst()
                .orElse(mailbox);
    }

    /** The same with those changes. */
    public RunReport with(List<PlannedChange> planned) {
        return new RunReport(id, kind, plan, deed, instance, began, took, exit, totals, sources, mailboxes, planned,
                drift, former, spared,
                holds, causes, moved, problems, unlisted, notes, beats, requests, throttled, journal, journalHash);
    }

    /** It may stand on screens and in reports, but in no log: of people and mailboxes only the numbers are told. */
    @Override
    public String toString() {
        return "RunReport[id=" + id + ", kind=" + kind + ", exit=" + exit + ", totals=" + totals + ", sources="
                + sources.size() + ", mailboxes="
                + mailboxes.size() + ", changes=" + changes.size() + ", holds=" + holds.size() + ", causes="
                + causes.size() + ", problems="
                + (problems.size() + unlisted) + "]";
    }
}
