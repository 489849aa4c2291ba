package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.Readings;
import io.contactsync.sandbox.store.Folder;
import io.contactsync.sandbox.store.Mailbox;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Answers a delta query for the contact folders of a mailbox, nested ones too, in one page. The default folder is left
 * out as it is from the list; whether the service does so is not published.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/contactfolder-delta">contactFolder: delta</a>
 */
final class FolderDelta {
    private final GraphRequest request;
    private final ODataQuery query;
    private final Readings readings;

    FolderDelta(GraphRequest request, Readings readings) {
        this.request = request;
        this.query = ODataQuery.of(request);
        this.readings = readings;
        MailboxDeltaLinks.checkOptions(query, "ContactFolders");
        FolderPage.checkSelect(query.select());
    }

    GraphResponse of(Mailbox mailbox) {
        MailboxDeltaToken token = MailboxDeltaLinks.token(query, mailbox, "contactFolders",
                query.select() == null ? "" : String.join(",", query.select()), readings);
        Set<String> select =
                token.select().isEmpty() ? null : new LinkedHashSet<>(Arrays.asList(token.select().split(",")));
        JsonBytes out = MailboxDeltaLinks.start(request, "contactFolder", true, token.next());
        if (!token.initial()) {
            mailbox.log().folderRemovals(token.since()).forEach(each -> MailboxDeltaLinks.removed(out, each.id()));
        }
        for (Folder each : mailbox.folders()) {
            if (each != mailbox.defaultFolder() && each.change() > token.since()) {
                out.separator().ascii("{\"@odata.type\":\"#microsoft.graph.contactFolder\"");
                FolderPage.write(out, each, select).raw((byte) '}');
            }
        }
        return GraphResponse.ok(out.ascii("]}"));
    }
}
