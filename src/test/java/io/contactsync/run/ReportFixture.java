package io.contactsync.run;

import io.contactsync.core.Cause;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.Tally;
import io.contactsync.core.Totals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A report for a test that looks at some of it: the rest is that of a run in which nothing happened. */
public final class ReportFixture {

    private String id = "20261125-180455-000-abcd";
    private Instant began = Instant.parse("2026-11-25T18:04:55Z");
    private String kind = RunReport.SYNC;
    private Deed deed = Deed.SYNC;
    private int exit;
    private Duration took = Duration.ofSeconds(31);
    private Totals totals = new Totals(0, 0, 0, 0, Tally.NONE, 0);
    private List<SourceLine> sources = List.of();
    private List<MailboxLine> mailboxes = List.of();
    private List<PlannedChange> changes = List.of();
    private DriftReport drift = DriftReport.NONE;
    private List<OpenHold> holds = List.of();
    private List<Cause> causes = List.of();
    private List<String> problems = List.of();
    private int unlisted;
    private List<String> notes = List.of();
    private List<Beat> beats = List.of();
    private long requests;
    private long throttled;

    /** Another run, which began then. */
    public ReportFixture id(String name, Instant at) {
        id = name;
        began = at;
        return this;
    }

    public ReportFixture kind(String which) {
        kind = which;
        return this;
    }

    public ReportFixture deed(Deed what) {
        deed = what;
        return this;
    }

    public ReportFixture exit(int code) {
        exit = code;
        return this;
    }

    public ReportFixture took(Duration time) {
        took = time;
        return this;
    }

    public ReportFixture totals(Totals all) {
        totals = all;
        return this;
    }

    public ReportFixture sources(List<SourceLine> lines) {
        sources = lines;
        return this;
    }

    public ReportFixture mailboxes(List<MailboxLine> lines) {
        mailboxes = lines;
        return this;
    }

    public ReportFixture changes(List<PlannedChange> planned) {
        changes = planned;
        return this;
    }

    public ReportFixture holds(List<OpenHold> open) {
        holds = open;
        return this;
    }

    public ReportFixture causes(List<Cause> all) {
        causes = all;
        return this;
    }

    public ReportFixture problems(List<String> sentences, int more) {
        problems = sentences;
        unlisted = more;
        return this;
    }

    public ReportFixture notes(List<String> sentences) {
        notes = sentences;
        return this;
    }

    public ReportFixture beats(List<Beat> seconds) {
        beats = seconds;
        return this;
    }

    public ReportFixture drift(DriftReport found) {
        drift = found;
        return this;
    }

    public ReportFixture requests(long asked, long refused) {
        requests = asked;
        throttled = refused;
        return this;
    }

    public RunReport report() {
        return new RunReport(id, kind, "", deed, "main", began, took, exit, totals, sources, mailboxes,
                changes, drift, List.of(), List.of(), holds, causes, List.of(), problems, unlisted, notes, beats,
                requests, throttled,
                "/data/runs/r/journal.jsonl", "0123456789abcdefABCDEF");
    }
}
