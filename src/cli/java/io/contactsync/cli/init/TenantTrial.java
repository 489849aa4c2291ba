package io.contactsync.cli.init;

import io.contactsync.cli.app.App;
import io.contactsync.cli.app.Inquiry;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.words.Amounts;
import io.contactsync.run.Target;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Tries values against the tenant before they are written: nothing but reading. */
record TenantTrial(Configuration configuration) {

    private App open(Map<String, String> values) {
        return App.ofTenant(configuration.with(values));
    }

    /**
     * Signs in.
     *
     * @return what it came to
     * @throws RuntimeException in one sentence, if it fails; for the next two as well
     */
    String login(Map<String, String> values) {
        try (App app = open(values)) {
            return "the application is let in, with " + Amounts.of(app.graph().tokenRoles().size(), "permission");
        }
    }

    /** Looks into central mailboxes. */
    String mailboxes(Map<String, String> values, List<String> mailboxes) {
        try (App app = open(values)) {
            for (String mailbox : mailboxes) {
                new Inquiry(app).ask("direct:contact-sync-read-central-mailbox", "",
                        Map.of("source", "graph-contacts", "mailbox", mailbox, "folder", ""), Iterator.class);
            }
            return Amounts.mailboxes(mailboxes.size()) + " can be read";
        }
    }

    /** Lists the targets. */
    String targets(Map<String, String> values) {
        try (App app = open(values)) {
            List<Target> targets = new Inquiry(app).targets();
            long skipped = targets.stream().filter(target -> target.skip() != null).count();
            return Amounts.count(targets.size()) + " users, " + Amounts.count(skipped) + " of them without a mailbox";
        }
    }
}
