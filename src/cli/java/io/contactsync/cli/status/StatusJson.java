package io.contactsync.cli.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.cli.hold.HoldJson;
import io.contactsync.cli.words.CauseRows;
import io.contactsync.cli.words.Exits;
import io.contactsync.core.Tally;
import io.contactsync.run.RunReport;

/** How this installation is, as JSON. */
final class StatusJson {

    private StatusJson() {
    }

    static ObjectNode of(Status status) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("instance", status.instance())
                .put("data", status.data().toString())
                .put("running", status.running()).put("next", status.next() == null ? null
                : status.next().toOffsetDateTime().toString())
                .put("credential", status.credential()).put("warning", status.warning())
                .put("damage", status.unsound() == null ? status.damage() : status.unsound())
                .put("leftTargets", status.left()).put("nodes", status.nodes());
        status.runs().forEach(past -> run(json.withArray("runs").addObject().put("id", past.id()), past.report()
                .orElse(null)));
        status.holds().forEach(hold -> HoldJson.ofStatus(json.withArray("holds").addObject(), hold));
        status.failed().forEach(cause -> cause(json.withArray("failed").addObject(), cause));
        status.waits().forEach(cause -> cause(json.withArray("waiting").addObject(), cause));
        owners(json, status);
        trouble(json, status);
        status.neighbours().forEach(json.withArray("neighbours")::add);
        ObjectNode bytes = json.putObject("bytes").put("all", status.size().all()).put("free", status.free());
        status.size().parts().forEach((part, size) -> bytes.put(part.isEmpty() ? "files" : part, size));
        return json;
    }

    private static void cause(ObjectNode json, CauseRows.Row cause) {
        cause.first().forEach(json.put("cause", cause.words()).put("code", cause.code()).put("next", cause.next())
                .put("count", cause.count()).putArray("mailboxes")::add);
    }

    private static void owners(ObjectNode json, Status status) {
        status.owners().all().forEach(each -> json.withArray("owners").addObject().put("mailbox", each.mailbox())
                .put("person", each.person()).put("what", each.what()));
    }

    private static void trouble(ObjectNode json, Status status) {
        status.trouble().damage().forEach(json.withArray("troubleDamage")::add);
        status.trouble().resting().forEach(one -> json.withArray("resting").addObject().put("mailbox", one.mailbox())
                .put("called", status.called().apply(one.mailbox())).put("failures", one.quarantine().failures())
                .put("until", status.now().plus(one.quarantine().left(status.now())).toString()));
        status.trouble().asked().forEach(one -> json.withArray("asked").addObject().put("mailbox", one.mailbox())
                .put("called", status.called().apply(one.mailbox())).put("failures", one.quarantine().failures())
                .put("what", one.quarantine().outlook()));
        status.trouble().refused().forEach(one -> json.withArray("refused").addObject().put("key", one.key().text())
                .put("name", one.name()).put("code", one.code()).put("since", one.since().toString())
                .put("mailboxes", one.mailboxes()));
    }

    private static void run(ObjectNode json, RunReport report) {
        json.put("reported", report != null);
        if (report != null) {
            Tally tally = report.totals().tally();
            json.put("kind", report.kind()).put("order", report.deed().order()).put("undoes", report.deed().undoes())
                    .put("began", report.began().toString()).put("seconds", report.took().toMillis() / 1000.0)
                    .put("exit", report.exit()).put("end", Exits.word(report))
                    .put("mailboxes", report.totals().total());
            (report.isPlan() ? json.putObject("planned") : json).put("created", tally.created())
                    .put("updated", tally.updated()).put("deleted", tally.deleted());
        }
    }
}
