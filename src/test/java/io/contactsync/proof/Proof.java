package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Tally;
import io.contactsync.journal.GrammarCheck;
import io.contactsync.run.RunReport;
import io.contactsync.sandbox.Finding;
import io.contactsync.sandbox.RequestLog;
import io.contactsync.sandbox.faults.FaultPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets one thing befall one call of the standard run, and says what was not as it should be. */
final class Proof {

    private final ProofBench bench;
    private final StandardRun run;
    private List<Call> calls;
    private Map<String, List<String>> goal;
    private List<String> complaints = new ArrayList<>();
    private int pairs;
    private int findings;

    Proof(ProofBench bench) {
        this.bench = bench;
        this.run = new StandardRun(bench);
    }

    /** Learns from a run that nothing befalls what is called, and what it comes to. */
    void prepare() {
        run.prepare();
        bench.forgetToken();
        calls = run.calls();
        goal = run.ours();
    }

    List<Call> calls() {
        return calls;
    }

    int pairs() {
        return pairs;
    }

    /** Lets it befall each call that it can befall, one after the other. */
    void each(CallFault fault) {
        List<String> all = new ArrayList<>();
        for (Call call : calls.stream().filter(fault.befalls()).toList()) {
            pairs++;
            one(fault, call).forEach(complaint -> all.add(complaint + " [" + fault + ", " + call + "]"));
        }
        assertThat(all).isEmpty();
    }

    private List<String> one(CallFault fault, Call call) {
        complaints = new ArrayList<>();
        run.prepare();
        if (call.isToken()) {
            bench.forgetToken();
        }
        Map<String, List<String>> before = run.ids();
        bench.sandbox().follow(FaultPlan.parse("a plan", fault.plan(call.keys(run::id))));
        RunReport struck = run.run();
        unless(bench.sandbox().faults().befallen() >= 1, "nothing befell it");
        bench.sandbox().faults().clear();
        truthful(struck, before, fault);
        run.run();
        PassingTime.ONE.pass(StandardRun.SETTLED);
        converged(fault, run.run());
        long seen = log().total();
        converged(fault, run.run());
        unless(log().last().stream().noneMatch(each -> each.number() > seen && each.writes()),
                "the run after that wrote");
        quiet(fault);
        return complaints;
    }

    /** 'done' is said only when it is so, and no more is told as done than was. */
    private void truthful(RunReport report, Map<String, List<String>> before, CallFault fault) {
        unless(List.of(0, 1, 2, 3, 4).contains(report.exit()), "exit code " + report.exit());
        if (fault.lies()) {
            return;
        }
        boolean done = report.exit() == 0 && report.totals().skipped() == 0;
        unless(!done || run.ours().equals(goal), "it said done, and left " + run.ours());
        Tally tally = report.totals().tally();
        unless(tally.created() <= count(run.ids(), before), "it said " + tally + " and created less");
        unless(tally.deleted() <= count(before, run.ids()), "it said " + tally + " and deleted less");
    }

    /** How many of the one are not in the other. */
    private static long count(Map<String, List<String>> one, Map<String, List<String>> other) {
        Set<String> known = new HashSet<>();
        other.values().forEach(known::addAll);
        return one.values().stream().flatMap(List::stream).filter(id -> !known.contains(id)).count();
    }

    private void converged(CallFault fault, RunReport report) {
        unless(report.exit() == 0, "exit " + report.exit() + " of " + report + report.problems() + report.causes());
        unless(fault.lies() || run.ours().equals(goal), "not as it should be: " + run.ours());
        unless(run.doubled().isEmpty(), "twice there: " + run.doubled());
    }

    /** A batch that was given up may still be under way when the next one comes: nobody here can know. */
    private void quiet(CallFault fault) {
        unless(fault.lies() || run.touched().isEmpty(), "touched what is others': " + run.touched());
        List<Finding> all = bench.sandbox().findings();
        List<Finding> found = all.subList(Math.min(findings, all.size()), all.size()).stream()
                .filter(each -> !fault.silent() || each.rule() != Finding.Rule.ONE_BATCH).toList();
        findings = all.size();
        unless(found.isEmpty(), "found: " + found);
        GrammarCheck.all(bench.data());
    }

    private RequestLog log() {
        return bench.sandbox().requestLog().orElseThrow();
    }

    private void unless(boolean good, String complaint) {
        if (!good) {
            complaints.add(complaint);
        }
    }
}
