package io.contactsync.sandbox.faults;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.StoredContact;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lists and delta queries that lag behind: a contact just made is not in them yet, one just deleted still is. To read
 * it by its id tells the truth.
 */
final class StaleLists {
    private StaleLists() {
    }

    static FaultKind.Maker stale(PlanNode keys) {
        Duration time = keys.time("for", Duration.ofSeconds(30));
        return occasion -> occasion.request().method().equals("POST") ? created(occasion, time)
                : deleted(occasion, time);
    }

    private static Effect created(Occasion occasion, Duration time) {
        return Effect.changing(right -> {
            if (right.status() < 300 && right.headers().containsKey(ServiceResponse.LOCATION)) {
                Mailbox mailbox = occasion.around().tenant().mailbox(occasion.mailbox());
                mailbox.lag().hide(mailbox.find(idIn(right)), time);
            }
            return right;
        });
    }

    private static Effect deleted(Occasion occasion, Duration time) {
        AtomicReference<StoredContact> contact = new AtomicReference<>();
        return Effect.changing(right -> {
            if (right.status() == 204 && contact.get() != null) {
                occasion.around().tenant().mailbox(occasion.mailbox()).lag().keep(contact.get(), time);
            }
            return right;
        }).withBefore(request -> {
            contact.set(find(occasion));
            return request;
        });
    }

    private static StoredContact find(Occasion occasion) {
        try {
            return occasion.around().tenant().mailbox(occasion.mailbox())
                    .find(occasion.request().segment(occasion.request().depth() - 1));
        } catch (GraphRefusal notThere) {
            return null;
        }
    }

    private static String idIn(ServiceResponse created) {
        String location = created.headers().get(ServiceResponse.LOCATION);
        return location.substring(location.lastIndexOf("('") + 2, location.lastIndexOf("')"));
    }
}
