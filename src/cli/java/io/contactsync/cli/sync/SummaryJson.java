package io.contactsync.cli.sync;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.cli.process.JsonLine;
import io.contactsync.cli.words.Fates;
import io.contactsync.cli.words.Hints;
import io.contactsync.core.Cause;
import io.contactsync.core.Totals;
import io.contactsync.run.RunReport;
import io.contactsync.run.SparedContact;

import java.util.List;

/** A run as one line of JSON. */
public final class SummaryJson {

    private SummaryJson() {
    }

    /** The line, without its end. */
    public static String line(RunReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("run", report.id()).put("mode", report.mode()).put("order", report.deed().order());
        if (!report.deed().undoes().isEmpty()) {
            json.put("undoes", report.deed().undoes());
        }
        numbers(json, report);
        ObjectNode drift = json.putObject("drift");
        report.drift().contacts().forEach((fate, number) -> drift.put(Fates.key(fate, report.isPlan()), number));
        causes(json.putArray("causes"), report.causes());
        if (!report.former().isEmpty()) {
            json.set("former", FormerJson.counts(report, -1));
        }
        spared(json, report);
        if (!report.plan().isEmpty()) {
            report.moved().forEach(json.put("plan", report.plan()).putArray("moved")::add);
        }
        return JsonLine.of(json);
    }

    private static void numbers(ObjectNode json, RunReport report) {
        Totals totals = report.totals();
        json.putObject("mailboxes").put("total", totals.total()).put("done", totals.done())
                .put("skipped", totals.skipped()).put("held", totals.held()).put("waits", totals.waits())
                .put("failed", totals.failed());
        json.putObject("changes").put("created", totals.tally().created()).put("updated", totals.tally().updated())
                .put("deleted", totals.tally().deleted())
                .put("refused", totals.tally().refused());
        json.put("unchanged", totals.unchanged()).put("graphRequests", report.requests())
                .put("throttled", report.throttled())
                .put("seconds", report.took().toMillis() / 1000.0).put("exit", report.exit());
    }

    /** Of an undo, what it left as it is: whom, why, and where. */
    private static void spared(ObjectNode json, RunReport report) {
        for (SparedContact spared : report.spared()) {
            ObjectNode one = json.withArray("spared").addObject().put("key", spared.key().text())
                    .put("name", spared.name()).put("reason", spared.reason());
            spared.fields().forEach(one.putArray("fields")::add);
            spared.reach().places().mapToObj(place -> report.mailboxes().get(place).mailbox())
                    .forEach(one.putArray("mailboxes")::add);
        }
    }

    /** Why mailboxes are not as they should be. */
    public static void causes(ArrayNode array, List<Cause> causes) {
        for (Cause cause : causes) {
            ObjectNode one = array.addObject().put("status", cause.status().word()).put("cause", cause.text())
                    .put("code", Hints.code(cause)).put("count", cause.count());
            cause.first().forEach(one.putArray("mailboxes")::add);
        }
    }
}
