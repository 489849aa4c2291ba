package io.contactsync.cli.hold;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.cli.process.JsonLine;
import io.contactsync.journal.KnownHold;
import io.contactsync.run.OpenHold;

import java.util.List;

/** A hold as JSON: whole where somebody decides, in short where a plan or the status tells of it. */
public final class HoldJson {

    private HoldJson() {
    }

    /** All of them in one line: {@code {"holds":[...]}}. */
    static String line(List<KnownHold> holds) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("holds").addAll(holds.stream().map(HoldJson::whole).toList());
        return JsonLine.of(json);
    }

    /** One of them in one line. */
    static String line(KnownHold hold) {
        return JsonLine.of(whole(hold));
    }

    private static ObjectNode whole(KnownHold known) {
        OpenHold hold = OpenHold.of(known);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", hold.id()).put("kind", hold.kind()).put("subject", known.subject())
                .put("sentence", hold.sentence()).put("reason", hold.reason())
                .put("people", hold.people()).put("deletions", hold.changes()).put("mailboxes", hold.mailboxes())
                .put("everything", hold.everything())
                .put("since", hold.since().toString()).put("run", hold.run()).put("decision", hold.decision())
                .put("by", hold.by())
                .put("at", hold.at() == null ? null : hold.at().toString());
        hold.settings().forEach(json.putArray("settings")::add);
        known.names().forEach(json.putArray("names")::add);
        known.keys().forEach(json.putArray("keys")::add);
        known.members().keySet().stream().sorted().forEach(json.putArray("in")::add);
        return json;
    }

    /** As a plan tells of it. */
    public static void ofPlan(ObjectNode tree, OpenHold hold) {
        tree.put("hold", hold.id()).put("kind", hold.kind()).put("sentence", hold.sentence())
                .put("people", hold.people());
        hold.names().forEach(tree.putArray("names")::add);
        hold.settings().forEach(tree.putArray("settings")::add);
        tree.put("changes", hold.changes()).put("mailboxes", hold.mailboxes()).put("everything", hold.everything())
                .put("since", String.valueOf(hold.since())).put("decision", hold.decision());
    }

    /** As the status tells of it. */
    public static void ofStatus(ObjectNode tree, OpenHold hold) {
        tree.put("id", hold.id()).put("sentence", hold.sentence()).put("decision", hold.decision());
    }
}
