package io.contactsync.cli.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.cli.hold.HoldJson;
import io.contactsync.cli.process.JsonLine;
import io.contactsync.cli.sync.SummaryJson;
import io.contactsync.cli.words.Fates;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.core.Totals;
import io.contactsync.run.CatchUp;
import io.contactsync.run.DriftLine;
import io.contactsync.run.FieldShift;
import io.contactsync.run.MailboxLine;
import io.contactsync.run.People;
import io.contactsync.run.PersonChange;
import io.contactsync.run.PlanCost;
import io.contactsync.run.RunReport;
import io.contactsync.run.SourceLine;
import io.contactsync.source.SourceCounts;

import java.util.Collection;
import java.util.Locale;
import java.util.function.BiConsumer;

/** A plan as one document of JSON, in one line of ASCII: people, mailboxes, holds and causes. */
final class PlanJson {

    private final RunReport report;
    private final People people;

    private PlanJson(RunReport report) {
        this.report = report;
        this.people = People.of(report);
    }

    /** The line, without its end. */
    static String line(RunReport report, PlanCost.Means means) {
        return JsonLine.of(new PlanJson(report).tree(means));
    }

    private ObjectNode tree(PlanCost.Means means) {
        PlanCost cost = PlanCost.of(report, means);
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("plan", report.id()).put("kind", report.kind())
                .put("order", report.deed().order()).put("undoes", report.deed().undoes())
                .put("instance", report.instance())
                .put("began", report.began().toString()).put("seconds", report.took().toMillis() / 1000.0)
                .put("exit", report.exit());
        totals(tree.putObject("totals"));
        tree.putObject("cost").put("requests", cost.requests()).put("seconds", cost.time().toSeconds());
        each(tree, "sources", report.sources(), PlanJson::source);
        each(tree, "people", people.all(), PlanJson::person);
        each(tree, "catchingUp", people.catchingUp(), PlanJson::catchUp);
        each(tree, "mailboxes", report.mailboxes(), PlanJson::mailbox);
        each(tree, "drift", report.drift().lines(), this::drift);
        each(tree, "holds", report.holds(), HoldJson::ofPlan);
        SummaryJson.causes(tree.putArray("causes"), report.causes());
        add(tree.putArray("problems"), report.problems());
        add(tree.putArray("notes"), report.notes());
        return tree;
    }

    private static <T> void each(ObjectNode tree, String name, Collection<T> all, BiConsumer<ObjectNode, T> told) {
        ArrayNode array = tree.putArray(name);
        all.forEach(one -> told.accept(array.addObject(), one));
    }

    private static void add(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }

    private void totals(ObjectNode tree) {
        Totals totals = report.totals();
        tree.putObject("mailboxes").put("total", totals.total()).put("done", totals.done())
                .put("skipped", totals.skipped()).put("held", totals.held()).put("waits", totals.waits())
                .put("failed", totals.failed());
        for (Move move : Move.values()) {
            People.Total total = people.total(move);
            tree.putObject(word(move)).put("people", total.people()).put("creates", total.creates())
                    .put("updates", total.updates())
                    .put("deletes", total.deletes());
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void source(ObjectNode tree, SourceLine source) {
        SourceCounts counts = source.counts();
        tree.put("source", source.source()).put("contacts", source.contacts()).put("state", word(source.state()))
                .put("excluded", counts.excluded())
                .put("refused", counts.refused()).put("repeated", counts.repeated())
                .put("unreadPhones", counts.unreadPhones())
                .put("phonesOutOfText", counts.phonesOutOfText()).put("leftOut", counts.leftOut())
                .put("dropped", counts.dropped())
                .put("shortened", counts.shortened());
        if (source.unchangedSince() != null) {
            tree.put("unchangedSince", source.unchangedSince().toString());
        }
        add(tree.putArray("problems"), source.problems());
        add(tree.putArray("notes"), source.notes());
    }

    private static void person(ObjectNode tree, PersonChange person) {
        tree.put("source", person.key().source()).put("id", person.key().id()).put("name", person.name())
                .put("move", word(person.move()))
                .put("reason", person.reason()).put("creates", person.creates()).put("updates", person.updates())
                .put("deletes", person.deletes())
                .put("mailboxes", person.reach().size()).put("reach", person.reach().text())
                .put("beforeUnknown", person.unknown());
        ArrayNode fields = tree.putArray("fields");
        for (FieldShift field : person.fields()) {
            fields.addObject().put("property", field.property()).put("before", field.before())
                    .put("after", field.after())
                    .put("mailboxes", field.mailboxes()).put("others", field.others());
        }
    }

    private void drift(ObjectNode tree, DriftLine line) {
        tree.put("source", line.key().source()).put("id", line.key().id()).put("name", line.name())
                .put("mailbox", line.mailbox())
                .put("fate", Fates.key(line.fate(), report.isPlan()));
        ArrayNode fields = tree.putArray("fields");
        line.fields().forEach(field -> fields.addObject().put("property", field.property())
                .put("there", field.before()).put("wanted", field.after()));
    }

    private static void catchUp(ObjectNode tree, CatchUp each) {
        tree.put("action", each.action().word()).put("filled", each.filled()).put("reason", each.reason())
                .put("changes", each.changes())
                .put("people", each.people()).put("mailboxes", each.reach().size()).put("reach", each.reach().text());
    }

    private static void mailbox(ObjectNode tree, MailboxLine mailbox) {
        tree.put("mailbox", mailbox.mailbox()).put("name", mailbox.name()).put("address", mailbox.address())
                .put("status", mailbox.status().word())
                .put("reason", mailbox.reason()).put("creates", mailbox.tally().created())
                .put("updates", mailbox.tally().updated())
                .put("deletes", mailbox.tally().deleted()).put("unchanged", mailbox.unchanged());
    }
}
