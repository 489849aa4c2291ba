package io.contactsync.sandbox.faults;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.store.ContactProperty;
import io.contactsync.sandbox.store.ContentPool;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.StoredContact;
import io.contactsync.sandbox.store.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/**
 * The owner of a mailbox is at work: something happens to a contact of hers just before the request is carried out. A
 * contact is managed if it carries an extended property, and personal otherwise; which one is taken, the seed decides.
 * Folders and mailboxes that are gone: nothing happens.
 */
final class OwnerFaults {
    private static final Predicate<StoredContact> MANAGED = contact -> !contact.content().extended().isEmpty();

    private OwnerFaults() {
    }

    /** What a PATCH would carry, on a managed contact. */
    static FaultKind.Maker edits(PlanNode keys) {
        String change = keys.text("change", "{\"mobilePhone\":\"+1 202 555 0199\"}");
        if (JsonBodies.object(change.getBytes(StandardCharsets.UTF_8)) == null) {
            throw keys.wrong("change",
                    "change must be a JSON object such as {\"personalNotes\":\"met in May\"} - was '" + change + "'");
        }
        checkWritable(keys, change);
        return act(MANAGED, (tenant, user, id) -> tenant.changeContact(user, id, change));
    }

    private static void checkWritable(PlanNode keys, String change) {
        try {
            new ContentPool().created(change.getBytes(StandardCharsets.UTF_8));
        } catch (GraphRefusal e) {
            throw keys.wrong("change", "change cannot be written to a contact: " + e.getMessage().trim());
        }
    }

    static FaultKind.Maker copies(PlanNode keys) {
        return act(MANAGED, Tenant::copyContact);
    }

    /** Into a folder of that name, which is made if there is none. */
    static FaultKind.Maker moves(PlanNode keys) {
        String folder = keys.text("folder", "Friends");
        return act(MANAGED, (tenant, user, id) -> tenant.moveContact(user, id, folder(tenant.mailbox(user), folder)));
    }

    static FaultKind.Maker untags(PlanNode keys) {
        return act(MANAGED.and(contact -> !contact.content().texts(ContactProperty.CATEGORIES).isEmpty()),
                (tenant, user, id) -> tenant.changeContact(user, id, "{\"categories\":[]}"));
    }

    static FaultKind.Maker stripsKey(PlanNode keys) {
        return act(MANAGED, Tenant::stripExtendedProperties);
    }

    static FaultKind.Maker deletes(PlanNode keys) {
        return act(MANAGED, Tenant::deleteContact);
    }

    static FaultKind.Maker tagsPersonal(PlanNode keys) {
        String category = keys.text("category", "Colleagues").replace("\"", "");
        return act(MANAGED.negate(),
                (tenant, user, id) -> tenant.changeContact(user, id, "{\"categories\":[\"" + category + "\"]}"));
    }

    private static FaultKind.Maker act(Predicate<StoredContact> which, Act act) {
        return occasion -> Effect.preceded(() -> perform(occasion, which, act));
    }

    private static void perform(Occasion occasion, Predicate<StoredContact> which, Act act) {
        Tenant tenant = occasion.around().tenant();
        synchronized (tenant) {
            try {
                List<StoredContact> fitting =
                        tenant.mailbox(occasion.mailbox()).contacts().stream().filter(which).toList();
                if (!fitting.isEmpty()) {
                    StoredContact chosen = fitting.get((int) (occasion.chance(1) * fitting.size()));
                    act.on(tenant, occasion.mailbox(), chosen.folder().ids().text(chosen.number(), false));
                }
            } catch (GraphRefusal gone) {
                // a mailbox that is not there has no owner at work
            }
        }
    }

    private static String folder(Mailbox mailbox, String name) {
        return mailbox.folders().all().stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseGet(() -> mailbox.addFolder(name)).id();
    }

    /** What an owner does to one contact. */
    @FunctionalInterface
    private interface Act {
        void on(Tenant tenant, String user, String contactId);
    }
}
