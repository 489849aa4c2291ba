package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.Folder;
import io.contactsync.sandbox.store.Mailbox;

/**
 * Answers a delta query for the contact folders of a mailbox, nested ones too, in one page. The default folder is left
 * out as it is from the list; whether the service does so is not published.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/contactfolder-delta">contactFolder: delta</a>
 */
record FolderDelta(ServiceRequest request, ODataQuery query, GraphReadings readings) {

    FolderDelta {
        MailboxDeltaLinks.checkOptions(query, "ContactFolders");
        FolderPage.checkSelect(query.select());
    }

    ServiceResponse of(Mailbox mailbox) {
        MailboxDeltaToken token =
                MailboxDeltaLinks.token(query, mailbox, "contactFolders", query.select(), readings);
        JsonBytes out = MailboxDeltaLinks.start(request, "contactFolder", true, token.next());
        if (!token.initial()) {
            mailbox.log().folderRemovals(token.since()).forEach(each -> MailboxDeltaLinks.removed(out, each.id()));
        }
        for (Folder each : mailbox.folders().all()) {
            if (each != mailbox.defaultFolder() && each.change() > token.since()) {
                out.separator().ascii("{\"@odata.type\":\"#microsoft.graph.contactFolder\"");
                FolderPage.write(out, each, token.selected()).raw((byte) '}');
            }
        }
        return ServiceResponse.ok(out.ascii("]}"));
    }
}
