package io.contactsync.cli.init;

import io.contactsync.cli.app.App;
import io.contactsync.cli.app.Questions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.RouteFiles;
import io.contactsync.cli.words.Amounts;
import io.contactsync.run.Target;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Tries values against the tenant before they are written: nothing but reading. */
final class TenantTrial {

    private final Configuration configuration;

    TenantTrial(Configuration configuration) {
        this.configuration = configuration;
    }

    private App open(Map<String, String> values) {
        return App.open(configuration.with(values), false, new RouteFiles(configuration.routes()).tenant());
    }

    /**
     * Signs in.
     *
     * @return what it came to
     * @throws RuntimeException in one sentence, if it fails; for the next two as well
     */
    String login(Map<String, String> values) {
        try (App app = open(values)) {
            return "the application is let in, with " + Amounts.of(app.graph().tokenRoles().size(), "permission",
                    "permissions");
        }
    }

    /** Looks into central mailboxes. */
    String mailboxes(Map<String, String> values, List<String> mailboxes) {
        try (App app = open(values)) {
            for (String mailbox : mailboxes) {
                new Questions(app).ask("direct:read-central-mailbox", "",
                        Map.of("source", "graph-contacts", "mailbox", mailbox, "folder", ""), Iterator.class);
            }
            return Amounts.of(mailboxes.size(), "mailbox", "mailboxes") + " can be read";
        }
    }

    /** Lists the targets. */
    String targets(Map<String, String> values) {
        try (App app = open(values)) {
            List<Target> targets = new Questions(app).targets();
            long skipped = targets.stream().filter(target -> target.skip() != null).count();
            return Amounts.count(targets.size()) + " users, " + Amounts.count(skipped) + " of them without a mailbox";
        }
    }
}
