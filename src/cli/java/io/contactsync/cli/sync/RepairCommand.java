package io.contactsync.cli.sync;

import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.explain.Finder;
import io.contactsync.cli.process.Consent;
import io.contactsync.cli.words.Amounts;
import io.contactsync.run.RepairOrder;
import io.contactsync.run.RunRequest;
import io.contactsync.run.Scope;
import io.contactsync.run.StoredPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;

/** Reads the real fields of our contacts, and restores what differs. */
@Command(name = "repair", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Compares the real fields of our contacts with what the sources say, and restores them.",
            "Whatever drift.policy says. Contacts that their owners released or deleted are given back, with the "
                    + "category beside their own; fields that no source fills stay, and nothing is deleted.",
            "Shows what it would do first, and asks once."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync repair --mailbox anna@contoso.com --dry-run",
            "  contact-sync repair --mailbox anna@contoso.com --person bob@contoso.com",
            "",
            "Next: contact-sync explain"})
public final class RepairCommand implements Callable<Integer> {

    @Option(names = "--mailbox", paramLabel = "<mailbox>", description = "In that mailbox only: its owner's address, "
            + "name or object id; may be given several times.")
    private Set<String> mailboxes = new LinkedHashSet<>();
    @Option(names = "--person", paramLabel = "<person>", description = "That person's contact only: a name, an "
            + "address, an object id, or a key (source|id); may be given several times.")
    private Set<String> people = new LinkedHashSet<>();
    @Option(names = "--dry-run", description = "Shows what it would do, and writes nothing into any mailbox.")
    private boolean dryRun;
    @Option(names = "--yes", description = "Does not ask before it begins.")
    private boolean yes;
    @Option(names = "--json", description = "Prints one line of JSON and nothing else on standard output.")
    private boolean json;
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        try (App app = App.start(common.configuration(), false)) {
            Finder finder = new Finder(app);
            Scope scope = new Scope(finder.mailboxes(mailboxes), finder.people(people));
            RunRequest preview = new RunRequest(true, Set.of(), Set.of(), "", new RepairOrder(scope));
            return new PreviewedRun(app, json).run(preview, dryRun, this::confirm).exit();
        }
    }

    private void confirm(StoredPlan plan) {
        if (!yes) {
            String what = Amounts.changes(plan.size()) + " in " + Amounts.mailboxes(plan.reached());
            Consent.require("repair makes " + what + " and there is nobody to ask: look at it with 'contact-sync plan "
                    + "show " + plan.head().id() + "', then add --yes", "repair makes " + what + "? [y/N] ",
                    answer -> answer.toLowerCase(Locale.ROOT).matches("y|yes"));
        }
    }
}
