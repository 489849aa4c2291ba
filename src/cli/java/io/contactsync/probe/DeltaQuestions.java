package io.contactsync.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Delta queries: by them a run learns that nothing has changed in a mailbox, without listing it. */
final class DeltaQuestions {

    private static final int MOST_PAGES = 100;
    private static final String SELECT = Urls.query("$select", "displayName");
    /** What runs ask for. */
    private static final String VERSIONS = Urls.query("$select", "id,changeKey");
    private static final String WITHOUT = "sync.delta-days = 0";

    /** One round: what changed, and from where the next begins. */
    private record Round(List<JsonNode> rows, String deltaLink) {

        boolean holds(String id) {
            return rows.stream().anyMatch(row -> row.path("id").asText().equals(id));
        }
    }

    private DeltaQuestions() {
    }

    static List<Question> all() {
        return List.of(
                new Question("delta-of-folder", "Is delta of a folder's contacts served?",
                        DeltaQuestions::folder),
                new Question("delta-and-list", "Does delta tell every change that a list shows, with its version?",
                        DeltaQuestions::complete),
                new Question("delta-of-default-folder", "Is /contacts/delta served?", DeltaQuestions::defaultFolder),
                new Question("delta-expand", "What does $expand of an extended property do in delta?",
                        DeltaQuestions::expand),
                new Question("delta-of-extended-property",
                        "Does a change of nothing but an extended property show in delta?", DeltaQuestions::property),
                new Question("delta-removed", "How does delta show a deleted contact?", DeltaQuestions::removed));
    }

    private static String delta(Lab lab) {
        return lab.mailbox().inFolder("/contacts/delta");
    }

    private static Observation folder(Lab lab) {
        Observation served = FolderQuestions.served(lab.mailbox().read(delta(lab) + SELECT));
        return served.verdict().equals("served") ? served : served.setting(WITHOUT);
    }

    private static Observation defaultFolder(Lab lab) {
        return FolderQuestions.served(lab.mailbox().read("/contacts/delta" + Urls.query("$select", "id"),
                Map.of("Prefer", "odata.maxpagesize=1")));
    }

    /** One contact is made, one changed in what nobody selected, one deleted. */
    private static Observation complete(Lab lab) {
        Reply changed = lab.contact("delta");
        Reply deleted = lab.contact("delta");
        Round[] last = {round(lab, lab.mailbox().read(delta(lab) + VERSIONS))};
        String version = lab.mailbox()
                .change(changed.id(), JsonNodeFactory.instance.objectNode().put("jobTitle", "changed"))
                .orUnexpected("PATCH of a contact").body().path("changeKey").asText();
        lab.delete(deleted.id());
        Set<String> missing = new TreeSet<>(Set.of(lab.contact("delta").id(), deleted.id(), version));
        boolean told = lab.eventually(() -> {
            next(lab, last).rows().forEach(row -> {
                missing.remove(row.path("changeKey").asText());
                if (row.has("@removed") || !row.path("id").asText().equals(deleted.id())) {
                    missing.remove(row.path("id").asText());
                }
            });
            return missing.isEmpty();
        });
        return told ? Observation.certain("yes", "a new, a changed and a deleted contact came")
                : Observation.certain("no", missing.size() + " of 3 changes did not come").setting(WITHOUT);
    }

    private static Observation expand(Lab lab) {
        Reply made = lab.contact("delta");
        Reply reply = lab.mailbox().read(delta(lab) + Urls.query("$expand", Samples.expand(Samples.MARK)));
        if (!reply.ok()) {
            return reply.refused() || reply.status() == 500 ? Observation.certain("error", reply.seen())
                    : Observation.unclear(reply.seen());
        }
        Round round = round(lab, reply);
        boolean served = round.rows().stream().anyMatch(row -> !Samples.markOf(row).isEmpty());
        return served || round.holds(made.id()) ? Observation.certain(served ? "served" : "ignored", reply.seen())
                : Observation.unclear("the contact was not in it");
    }

    private static Observation property(Lab lab) {
        String name = lab.mailbox().next("delta");
        Reply made = lab.contact(lab.mailbox().samples().contact(name));
        Round[] last = {caughtUp(lab, made.id())};
        ObjectNode property =
                // or it would be computed anew
                JsonNodeFactory.instance.objectNode().put("displayName", made.body().path("displayName").asText());
        lab.mailbox()
                .change(made.id(),
                        lab.mailbox().samples().mark(property, Samples.MARK,
                                lab.mailbox().samples().value(name + " changed")))
                .orUnexpected("PATCH of an extended property");
        if (lab.eventually(() -> next(lab, last).holds(made.id()))) {
            return Observation.certain("shown", "it came in the next round");
        }
        lab.mailbox().change(made.id(), JsonNodeFactory.instance.objectNode().put("jobTitle", "changed"))
                .orUnexpected("PATCH of a contact");
        boolean shown = lab.eventually(() -> next(lab, last).holds(made.id()));
        return shown ? Observation.certain("hidden", "a change of the job title came, that of the property did not")
                : Observation.unclear("no change came");
    }

    private static Observation removed(Lab lab) {
        Reply made = lab.contact("delta");
        Round[] last = {caughtUp(lab, made.id())};
        lab.delete(made.id());
        if (!lab.eventually(() -> next(lab, last).holds(made.id()))) {
            return Observation.unclear("the deletion did not come");
        }
        String reason = last[0].rows().stream().filter(row -> row.path("id").asText().equals(made.id()))
                .map(row -> row.path("@removed").path("reason").asText("none"))
                .reduce("none", (first, second) -> second);
        return Observation.certain(reason, "@removed with reason " + reason);
    }

    /** A round from the beginning that knows the contact. */
    private static Round caughtUp(Lab lab, String id) {
        Round[] round = new Round[1];
        if (!lab.eventually(() -> {
            round[0] = round(lab, lab.mailbox().read(delta(lab) + SELECT));
            return round[0].holds(id);
        })) {
            throw new UnexpectedReply("a new contact did not come in delta");
        }
        return round[0];
    }

    private static Round next(Lab lab, Round[] last) {
        last[0] = round(lab, lab.mailbox().follow(last[0].deltaLink()));
        return last[0];
    }

    private static Round round(Lab lab, Reply first) {
        List<JsonNode> rows = new ArrayList<>();
        Reply page = first.orUnexpected("GET of delta");
        for (int pages = 1; page.body().has("@odata.nextLink"); pages++) {
            page.body().path("value").forEach(rows::add);
            if (pages == MOST_PAGES) {
                throw new UnexpectedReply("a delta of more than " + MOST_PAGES + " pages");
            }
            page = lab.mailbox().follow(page.body().path("@odata.nextLink").asText()).orUnexpected("GET of delta");
        }
        page.body().path("value").forEach(rows::add);
        if (!page.body().has("@odata.deltaLink")) {
            throw new UnexpectedReply("delta ended without a link for the next round");
        }
        return new Round(rows, page.body().path("@odata.deltaLink").asText());
    }
}
