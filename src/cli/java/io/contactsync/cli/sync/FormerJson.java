package io.contactsync.cli.sync;

import java.util.Locale;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.cli.process.JsonLine;
import io.contactsync.core.CandidateMatch.Kind;
import io.contactsync.run.FormerContact;
import io.contactsync.run.RunReport;

/** Contacts of a former tool as JSON. */
final class FormerJson {

    private FormerJson() {
    }

    /** All of them, by contact and by mailbox, in one line without its end. */
    static String line(RunReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("run", report.id()).put("exit", report.exit());
        json.set("former", counts(report, -1));
        ArrayNode mailboxes = json.putArray("mailboxes");
        IntStream.range(0, report.mailboxes().size()).forEach(place -> mailboxes.add(counts(report, place)
                .put("mailbox", report.mailboxes().get(place).mailbox())
                .put("called", report.mailboxes().get(place).called())));
        ArrayNode contacts = json.putArray("contacts");
        report.former().forEach(each -> contacts.add(contact(each)));
        return JsonLine.of(json);
    }

    /** How many there are of each kind in the mailbox of that place; in all for -1. */
    static ObjectNode counts(RunReport report, int place) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Kind kind : Kind.values()) {
            json.put(word(kind), report.former().stream().filter(each -> each.kind() == kind)
                    .mapToLong(each -> place < 0 ? each.reach().size() : each.reach().contains(place) ? 1 : 0).sum());
        }
        return json;
    }

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode contact(FormerContact contact) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("match", word(contact.kind()))
                .put("by", contact.by() == null ? null : contact.by().word()).put("name", contact.name())
                .put("detail", contact.detail()).put("filed", contact.filed())
                .put("mailboxes", contact.reach().size());
        contact.with().forEach(json.putArray("with")::add);
        return json;
    }
}
