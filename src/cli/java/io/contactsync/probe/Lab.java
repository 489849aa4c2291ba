package io.contactsync.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What a question is given: the guarded mailbox, a clock, and steps that many questions share. */
record Lab(ProbeMailbox mailbox, ProbeClock clock, ProbeSettings settings, Consumer<String> say) {

    private static final Duration STEP = Duration.ofMillis(200);

    /** A new contact in the probe's folder, as the service describes it. */
    Reply contact(String what) {
        return contact(sample(what));
    }

    Reply contact(ObjectNode contact) {
        return mailbox.create(contact).orUnexpected("POST of a contact");
    }

    /** A made-up contact of its own name. */
    ObjectNode sample(String what) {
        return mailbox.samples().contact(mailbox.next(what));
    }

    /** The contact by its id, with the extended property of that id. */
    JsonNode again(String id, String property) {
        return mailbox.read(mailbox.contact(id) + Urls.query("$expand", Samples.expand(property)))
                .orUnexpected("GET of a contact").body();
    }

    JsonNode again(String id) {
        return mailbox.read(mailbox.contact(id)).orUnexpected("GET of a contact").body();
    }

    void delete(String id) {
        mailbox.delete(id, Map.of()).orUnexpected("DELETE of a contact");
    }

    /** Tries until it holds or patience ends; lists and indexes may lag behind. */
    boolean eventually(BooleanSupplier condition) {
        return within(settings.patience(), condition);
    }

    boolean within(Duration time, BooleanSupplier condition) {
        long end = clock.millis() + time.toMillis();
        boolean holds = condition.getAsBoolean();
        while (!holds && clock.millis() < end) {
            clock.pause(STEP);
            holds = condition.getAsBoolean();
        }
        return holds;
    }

    /** Whether a page of a list holds the id. */
    static boolean holds(Reply page, String id) {
        for (JsonNode row : page.body().path("value")) {
            if (row.path("id").asText().equals(id)) {
                return true;
            }
        }
        return false;
    }
}
