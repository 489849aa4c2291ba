package io.contactsync.probe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.Consumer;

/** What the service refuses, and with which code. */
final class RefusalQuestions {

    private static final int LINE = 256;

    private RefusalQuestions() {
    }

    static List<Question> all() {
        return List.of(
                new Question("multi-value-code",
                        "With which code are a third business phone and a fourth e-mail address refused?",
                        RefusalQuestions::multiValue),
                new Question("home-phones-limit", "Is a third home phone refused?",
                        lab -> limit(lab, "homePhones", 3, "2")),
                new Question("im-addresses-limit", "Is a fourth instant messaging address refused?",
                        lab -> limit(lab, "imAddresses", 4, "3")),
                new Question("long-text", "What becomes of a line of 256 characters?", lab -> longText(lab, LINE)),
                new Question("longer-text", "What becomes of a line of 5000 characters?", lab -> longText(lab, 5000)),
                new Question("given-name", "Must givenName be sent with a create?", RefusalQuestions::givenName),
                new Question("malformed-id", "How is an id that is none answered?", RefusalQuestions::malformed),
                new Question("item-not-found", "How is a deleted contact's id answered?", RefusalQuestions::gone),
                new Question("duplicate-category",
                        "With which status is a second master category of the same name refused?",
                        RefusalQuestions::category));
    }

    private static Reply with(Lab lab, Consumer<ObjectNode> more) {
        ObjectNode contact = lab.sample("limit");
        more.accept(contact);
        return lab.mailbox().create(contact);
    }

    private static void phones(ObjectNode contact, String property, int count) {
        ArrayNode phones = contact.putArray(property);
        for (int number = 0; number < count; number++) {
            phones.add("+1 202 555 010" + number);
        }
    }

    private static Observation multiValue(Lab lab) {
        Reply phones = with(lab, contact -> phones(contact, "businessPhones", 3));
        Reply addresses = with(lab, contact -> {
            ArrayNode emails = contact.putArray("emailAddresses");
            for (int number = 0; number < 4; number++) {
                emails.addObject().put("name", "Probe").put("address", "probe-" + number + "@example.org");
            }
        });
        String seen = "phone: " + phones.seen() + ", address: " + addresses.seen();
        if (phones.refused() && phones.code().equals(addresses.code())) {
            return Observation.certain(phones.code(), seen);
        }
        return phones.ok() && addresses.ok() ? Observation.certain("accepted", seen) : Observation.unclear(seen);
    }

    private static Observation limit(Lab lab, String property, int count, String limit) {
        Reply reply = with(lab, contact -> phones(contact, property, count));
        if (reply.ok()) {
            int kept = reply.body().path(property).size();
            return Observation.certain(kept == count ? "none" : "cut", reply.seen() + ", " + kept + " kept");
        }
        return reply.refused() ? Observation.certain(limit, reply.seen()) : Observation.unclear(reply.seen());
    }

    private static Observation longText(Lab lab, int length) {
        Reply reply = with(lab, contact -> contact.put("jobTitle", "x".repeat(length)));
        if (!reply.ok()) {
            return reply.refused() ? Observation.certain("refused", reply.seen()) : Observation.unclear(reply.seen());
        }
        int kept = lab.again(reply.id()).path("jobTitle").asText("").length();
        return Observation.certain(kept == length ? "kept" : "cut", reply.seen() + ", " + kept + " characters read "
                + "back");
    }

    private static Observation givenName(Lab lab) {
        Reply reply = with(lab, contact -> contact.remove("givenName"));
        if (reply.ok()) {
            return Observation.certain("optional", reply.seen());
        }
        return reply.refused()
                ? Observation.certain("required", reply.seen()).setting(
                        "nothing to set, but contacts with a display name alone cannot be created: watch the journal")
                : Observation.unclear(reply.seen());
    }

    private static Observation malformed(Lab lab) {
        Reply reply = lab.mailbox().read(lab.mailbox().contact("not-an-id"));
        return reply.refused() ? Observation.certain(reply.shown(), reply.seen()) : Observation.unclear(reply.seen());
    }

    private static Observation gone(Lab lab) {
        Reply made = lab.contact("gone");
        lab.delete(made.id());
        Reply[] last = new Reply[1];
        boolean refused = lab.eventually(() -> {
            last[0] = lab.mailbox().read(lab.mailbox().contact(made.id()));
            return last[0].refused();
        });
        return refused ? Observation.certain(last[0].shown(), last[0].seen()) : Observation.unclear(last[0].seen());
    }

    private static Observation category(Lab lab) {
        Reply first = lab.mailbox().createCategory();
        if (first.status() == 403) {
            return Observation.notTried("MailboxSettings.ReadWrite is not granted: " + first.seen())
                    .setting("category.create = false, or grant the permission");
        }
        first.orUnexpected("POST of a master category");
        Reply second = lab.mailbox().createCategory();
        return second.ok() ? Observation.certain("accepted", second.seen())
                : second.refused() ? Observation.certain(Integer.toString(second.status()), second.seen())
                : Observation.unclear(second.seen());
    }
}
