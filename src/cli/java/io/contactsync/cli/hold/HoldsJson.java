package io.contactsync.cli.hold;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.cli.process.JsonLine;
import io.contactsync.journal.KnownHold;
import io.contactsync.run.OpenHold;

import java.util.List;

/** What waits for a person, as one line of JSON. */
final class HoldsJson {

    private HoldsJson() {
    }

    /** All of them: {@code {"holds":[...]}}. */
    static String line(List<KnownHold> holds) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("holds").addAll(holds.stream().map(HoldsJson::hold).toList());
        return JsonLine.of(json);
    }

    /** One of them. */
    static String line(KnownHold hold) {
        return JsonLine.of(hold(hold));
    }

    private static ObjectNode hold(KnownHold known) {
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
}
