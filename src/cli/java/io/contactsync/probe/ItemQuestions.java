package io.contactsync.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What becomes of a contact's id, change key and hidden mark. */
final class ItemQuestions {

    private static final Map<String, String> IMMUTABLE = Map.of("Prefer", "IdType=\"ImmutableId\"");
    /** One grey pixel. */
    private static final String JPEG =
            "_9j_4AAQSkZJRgABAQEASABIAAD_2wBDAP__________________________________________________________________"
                    + "____________________wgALCAABAAEBAREA_8QAFBABAAAAAAAAAAAAAAAAAAAAAP_aAAgBAQABPxA";

    private ItemQuestions() {
    }

    static List<Question> all() {
        return List.of(
                new Question("return-minimal", "What does Prefer: return=minimal make of a create?",
                        ItemQuestions::minimal),
                new Question("immutable-id", "Does the immutable id survive a move to another folder?",
                        ItemQuestions::immutable),
                new Question("missing-photo", "With which code is a contact's missing photo answered?",
                        ItemQuestions::missingPhoto),
                new Question("photo-changes-key", "Does setting a contact's photo change its change key?",
                        ItemQuestions::photo),
                new Question("copy-keeps-extended-property", "Does a copy made in Outlook keep hidden properties?",
                        ItemQuestions::copy));
    }

    private static Observation minimal(Lab lab) {
        Reply reply = lab.mailbox().create(lab.sample("minimal"), Map.of("Prefer", "return=minimal"));
        String seen = reply.seen() + (reply.id().isEmpty() ? " without an id" : " with an id");
        return reply.ok() ? Observation.certain(Integer.toString(reply.status()), seen) : Observation.unclear(seen);
    }

    /** Graph v1.0 has no move for contacts; whether their parent can be changed is not documented. */
    private static Observation immutable(Lab lab) {
        Reply made =
                lab.mailbox().createInDefaultFolder(lab.sample("move")).orUnexpected("POST into the default folder");
        String before = immutableId(lab, made.id());
        Reply moved = lab.mailbox().change(made.id(),
                JsonNodeFactory.instance.objectNode().put("parentFolderId", lab.mailbox().folder()));
        String now = moved.ok() && !moved.id().isEmpty() ? moved.id() : made.id();
        Observation answer = moved.ok() && moved.body().path("parentFolderId").asText().equals(lab.mailbox().folder())
                ? Observation.certain(immutableId(lab, now).equals(before) ? "yes" : "no",
                        "moved by PATCH of parentFolderId: " + moved.seen())
                : Observation.notTried("a contact cannot be moved by PATCH of parentFolderId: " + moved.seen());
        lab.delete(now);
        return answer;
    }

    private static String immutableId(Lab lab, String id) {
        return lab.mailbox().read(lab.mailbox().contact(id) + Urls.query("$select", "id"), IMMUTABLE)
                .orUnexpected("GET of the immutable id").id();
    }

    private static Observation missingPhoto(Lab lab) {
        Reply made = lab.contact("photo");
        Reply reply = lab.mailbox().read(lab.mailbox().contact(made.id()) + "/photo/$value");
        return reply.refused() ? Observation.certain(reply.code(), reply.seen()) : Observation.unclear(reply.seen());
    }

    private static Observation photo(Lab lab) {
        Reply made = lab.contact("photo");
        Reply set = lab.mailbox().setPhoto(made.id(), JPEG);
        if (!set.ok()) {
            return Observation.notTried("a photo could not be set in a batch: " + set.seen());
        }
        boolean same = lab.again(made.id()).path("changeKey").equals(made.body().path("changeKey"));
        return Observation.certain(same ? "no" : "yes", set.seen());
    }

    private static Observation copy(Lab lab) {
        Duration wait = lab.settings().copyWait();
        if (wait.isZero()) {
            return Observation.notTried("it needs a person at Outlook: --copy-wait SECONDS");
        }
        Reply made = lab.contact("copy me");
        String name = made.body().path("displayName").asText();
        lab.say()
                .accept("Please open this mailbox in Outlook, and in the contact folder '"
                        + lab.mailbox().samples().name() + "' copy the contact '" + name
                        + "' (Ctrl-C, Ctrl-V), leaving the copy there; " + wait.toSeconds() + " seconds.");
        JsonNode[] copy = new JsonNode[1];
        lab.within(wait, () -> {
            copies(lab, name, made.id()).forEach(row -> copy[0] = row);
            return copy[0] != null;
        });
        return copy[0] == null ? Observation.notTried("no copy appeared in time")
                : Observation.certain(Samples.markOf(copy[0]).isEmpty() ? "no" : "yes",
                        "a copy appeared " + (Samples.markOf(copy[0]).isEmpty() ? "without" : "with") + " the mark");
    }

    private static List<JsonNode> copies(Lab lab, String name, String original) {
        return lab.mailbox()
                .list(lab.mailbox().inFolder("/contacts") + Urls.query("$top", "1000", "$select", "id,displayName",
                        "$expand", Samples.expand(Samples.MARK)))
                .stream().filter(row -> row.path("displayName").asText().equals(name)
                        && !row.path("id").asText().equals(original))
                .toList();
    }
}
