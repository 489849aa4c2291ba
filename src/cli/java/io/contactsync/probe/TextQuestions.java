package io.contactsync.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** What is read back of what was written. */
final class TextQuestions {

    private static final String CASED = "String {0D6Ad3c4-7E0f-4c0b-9C1c-5f1B6e7a2d91} Name ContactSyncProbeCase";
    private static final String ALWAYS_SENT = "nothing depends on it: contact-sync always sends it";
    /** Right to left, outside the basic plane, decomposed. */
    private static final String DIFFICULT = "\u05d3\u05d5\u05d2\u05de\u05d4 \ud83d\udc69\u200d\ud83d\ude80 Zoe\u0308";

    private TextQuestions() {
    }

    static List<Question> all() {
        return List.of(
                new Question("guid-case", "In which case does the GUID of an extended property come back?",
                        TextQuestions::guidCase),
                new Question("difficult-text", "Do right-to-left text, emoji and decomposed letters come back as sent?",
                        TextQuestions::difficult),
                new Question("control-character", "What becomes of a control character?", TextQuestions::control),
                new Question("birthday", "How does a birthday come back?", TextQuestions::birthday),
                new Question("notes", "Do notes with line breaks come back as sent, read by id?",
                        lab -> notes(lab, false)),
                new Question("notes-in-lists", "Do notes with line breaks come back as sent in lists?",
                        lab -> notes(lab, true)),
                new Question("invalid-address", "What becomes of an invalid e-mail address?",
                        TextQuestions::invalidAddress),
                new Question("display-name-recomputed", "Which PATCH without displayName computes it anew?",
                        TextQuestions::displayName),
                new Question("file-as", "What is fileAs when it was not sent?", TextQuestions::fileAs),
                new Question("null-extended-property", "What becomes of an extended property sent as null?",
                        TextQuestions::nullProperty),
                new Question("email-precedence",
                        "Which holds when primaryEmailAddress and emailAddresses are sent together?",
                        TextQuestions::precedence),
                new Question("clearing", "Does null clear a line, and [] a list?", TextQuestions::clearing));
    }

    private static ObjectNode with(Lab lab, String property, String value) {
        return lab.sample("text").put(property, value);
    }

    private static Observation guidCase(Lab lab) {
        Reply made = lab.contact(lab.mailbox().samples().mark(lab.sample("text"), CASED, "case"));
        String id = lab.again(made.id(), CASED).path("singleValueExtendedProperties").path(0).path("id").asText("");
        String guid = id.replaceAll(".*\\{(.*)}.*", "$1");
        String sent = CASED.replaceAll(".*\\{(.*)}.*", "$1");
        if (guid.equals(sent)) {
            return Observation.certain("as-sent", id);
        }
        boolean lower = guid.equals(sent.toLowerCase(Locale.ROOT));
        boolean upper = guid.equals(sent.toUpperCase(Locale.ROOT));
        return lower || upper ? Observation.certain(lower ? "lower" : "upper", id)
                : Observation.unclear("the property did not come back");
    }

    private static Observation difficult(Lab lab) {
        Reply made = lab.contact(with(lab, "jobTitle", DIFFICULT));
        String back = lab.again(made.id()).path("jobTitle").asText("");
        if (back.equals(DIFFICULT)) {
            return Observation.certain("as sent", "equal");
        }
        boolean composed = back.equals(Normalizer.normalize(DIFFICULT, Normalizer.Form.NFC));
        return Observation.certain(composed ? "composed" : "changed",
                back.length() + " of " + DIFFICULT.length() + " characters");
    }

    private static Observation control(Lab lab) {
        Reply made = lab.mailbox().create(with(lab, "jobTitle", "a\u0007b\u0001c"));
        if (!made.ok()) {
            return made.refused() ? Observation.certain("refused", made.seen()) : Observation.unclear(made.seen());
        }
        String back = lab.again(made.id()).path("jobTitle").asText("");
        return Observation
                .certain(back.length() == 5 ? "kept" : back.equals("abc") ? "dropped" : "changed",
                        made.seen() + ", " + back.length() + " of 5 characters")
                .setting("nothing depends on it: contact-sync sends none");
    }

    private static Observation birthday(Lab lab) {
        Reply made = lab.contact(with(lab, "birthday", "1990-02-28T00:00:00Z"));
        String back = lab.again(made.id()).path("birthday").asText("none");
        return Observation.certain(back.startsWith("1990-02-28") ? "same day" : "other day",
                "1990-02-28T00:00:00Z came back as " + back);
    }

    private static Observation notes(Lab lab, boolean listed) {
        String notes = "\nfirst line\nsecond line " + "x".repeat(300);
        Reply made = lab.contact(with(lab, "personalNotes", notes));
        String back = (listed ? listed(lab, made.id()) : lab.again(made.id())).path("personalNotes").asText("")
                .replace("\r\n", "\n");
        if (back.equals(notes)) {
            return Observation.certain("as sent", "equal");
        }
        boolean trimmed = back.strip().equals(notes.strip());
        return Observation.certain(trimmed ? "trimmed" : back.length() < notes.length() ? "cut" : "changed",
                back.length() + " of " + notes.length() + " characters");
    }

    private static JsonNode listed(Lab lab, String id) {
        JsonNode[] found = new JsonNode[1];
        boolean there = lab.eventually(() -> {
            List<JsonNode> rows = lab.mailbox().list(
                    lab.mailbox().inFolder("/contacts") + Urls.query("$top", "1000", "$select", "id,personalNotes"));
            rows.stream().filter(row -> row.path("id").asText().equals(id)).forEach(row -> found[0] = row);
            return found[0] != null;
        });
        if (!there) {
            throw new UnexpectedReply("a new contact was not in the list");
        }
        return found[0];
    }

    private static Observation invalidAddress(Lab lab) {
        ObjectNode contact = lab.sample("text");
        contact.putArray("emailAddresses").addObject().put("name", "Probe").put("address", "probe@example.org,");
        Reply made = lab.mailbox().create(contact);
        if (!made.ok()) {
            return made.refused() ? Observation.certain("refused", made.seen()) : Observation.unclear(made.seen());
        }
        JsonNode back = lab.again(made.id()).path("emailAddresses").path(0);
        boolean kept = back.path("address").asText("").equals("probe@example.org,");
        return Observation.certain(kept ? "kept" : back.has("address") ? "changed" : "lost",
                back.has("name") ? "the name was there" : "the name was not there");
    }

    private static Observation displayName(Lab lab) {
        Reply made = lab.contact(lab.sample("text").put("surname", "Before"));
        if (renamed(lab, made, "jobTitle")) {
            return Observation.certain("by-every-change", "after a PATCH of the job title").setting(ALWAYS_SENT);
        }
        return renamed(lab, made, "surname")
                ? Observation.certain("by-names", "after a PATCH of the surname, not of the job title")
                        .setting(ALWAYS_SENT)
                : Observation.certain("kept", "after PATCHes of the job title and the surname").setting(ALWAYS_SENT);
    }

    private static boolean renamed(Lab lab, Reply made, String property) {
        lab.mailbox().change(made.id(), JsonNodeFactory.instance.objectNode().put(property, "After"))
                .orUnexpected("PATCH of a contact");
        return !lab.again(made.id()).path("displayName").equals(made.body().path("displayName"));
    }

    private static Observation fileAs(Lab lab) {
        Reply made = lab.contact("file as");
        return Observation.certain(lab.again(made.id()).path("fileAs").asText("").isEmpty() ? "empty" : "generated",
                made.seen());
    }

    private static Observation nullProperty(Lab lab) {
        Reply made = lab.contact(lab.mailbox().samples().mark(lab.sample("text"), CASED, "to be removed"));
        Reply change = lab.mailbox().change(made.id(),
                lab.mailbox().samples().mark(JsonNodeFactory.instance.objectNode(), CASED, null));
        if (!change.ok()) {
            return Observation.unclear(change.seen());
        }
        JsonNode properties = lab.again(made.id(), CASED).path("singleValueExtendedProperties");
        return Observation.certain(properties.isEmpty() ? "removed"
                : properties.path(0).path("value").asText("").isEmpty() ? "emptied" : "kept", change.seen());
    }

    private static Observation precedence(Lab lab) {
        ObjectNode contact = lab.sample("text");
        contact.putArray("emailAddresses").addObject().put("name", "List").put("address", "list@example.org");
        contact.putObject("primaryEmailAddress").put("name", "Primary").put("address", "primary@example.org");
        Reply made = lab.mailbox().create(contact);
        if (!made.ok()) {
            return Observation.unclear(made.seen());
        }
        String back = lab.again(made.id()).path("emailAddresses").path(0).path("address").asText("");
        return switch (back) {
            case "list@example.org" -> Observation.certain("emailAddresses", made.seen());
            case "primary@example.org" -> Observation.certain("primaryEmailAddress", made.seen());
            default -> Observation.unclear("neither came back");
        };
    }

    private static Observation clearing(Lab lab) {
        Reply made = lab.contact(with(lab, "jobTitle", "Probe"));
        ObjectNode patch = JsonNodeFactory.instance.objectNode().putNull("jobTitle");
        patch.putArray("businessPhones");
        lab.mailbox().change(made.id(), patch).orUnexpected("PATCH of a contact");
        JsonNode back = lab.again(made.id());
        boolean line = back.path("jobTitle").asText("").isEmpty() || back.path("jobTitle").isNull();
        boolean list = back.path("businessPhones").isEmpty();
        return Observation.certain(line && list ? "yes" : "no",
                "line " + (line ? "cleared" : "kept") + ", list " + (list ? "cleared" : "kept"));
    }
}
