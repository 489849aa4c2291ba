package io.contactsync.cli.audit;

import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.configuration.ReadingSettings;
import io.contactsync.cli.configuration.SharedFolder;
import io.contactsync.cli.process.Consent;
import io.contactsync.cli.process.Operator;
import io.contactsync.cli.screen.Wrapped;
import io.contactsync.cli.words.Amounts;
import io.contactsync.core.ContactKey;
import io.contactsync.journal.DataPlaces;
import io.contactsync.journal.RunLock;
import io.contactsync.journal.SourceMemory;
import io.contactsync.run.BeforeImages;
import io.contactsync.run.Holds;
import io.contactsync.run.PersonErasure;
import io.contactsync.run.PersonErasure.Erased;
import io.contactsync.run.RunSettings;
import io.contactsync.run.explain.Someone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A person is forgotten. */
@Command(name = "erase", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Erases a person from journals, plans, reports and state; the journals' chain still holds.",
            "Their key becomes one that says nothing, their names and addresses go. A journal says that somebody was "
                    + "erased, from which files, when and by whom, and not who it was.",
            "Nobody is erased whom a source still names, or whose contacts were sent in the last minutes."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync audit erase bob@contoso.com",
            "  contact-sync audit erase \"supplier-csv|K-17\" --yes",
            "",
            "Next: contact-sync audit verify"})
final class EraseCommand implements Runnable {

    private static final String ELSEWHERE = "What lies elsewhere stays: contacts in mailboxes, copies and backups of "
            + "the data folder, exports, the log (it holds no names), Microsoft's own audit log, and ids that Graph "
            + "gave to contacts.";

    @Parameters(index = "0", paramLabel = "<person>",
            description = "A name or a part of it, an address, an object id, or a key (source|id).")
    private String person;
    @Option(names = "--yes", description = "Does not ask before it begins.")
    private boolean yes;
    @Mixin
    private CommonOptions common;

    @Override
    public void run() {
        Configuration configuration = common.configuration();
        RunSettings settings = ReadingSettings.of(configuration);
        Someone who = new AuditWho(configuration).person(person);
        requireGone(who, settings.data());
        if (!yes) {
            String asked = who.called() + " [" + who.key().text() + "]";
            Consent.yes("erase takes " + asked + " out for good and there is nobody to ask: add --yes",
                    "erase " + asked + " for good");
        }
        BeforeImages images = images(configuration);
        try (RunLock lock = SharedFolder.take(configuration)) {
            lock.check();
            requireGone(who, settings.data());
            erase(who, settings, images).forEach(System.out::println);
        }
    }

    private static BeforeImages images(Configuration configuration) {
        try {
            return new BeforeImages(configuration.get("sync.data"),
                    configuration.number("undo.days", 1, BeforeImages.MOST_DAYS), configuration.get("undo.key-file"));
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException(wrong.getMessage());
        }
    }

    private static void requireGone(Someone who, Path data) {
        ContactKey key = who.key();
        SourceMemory memory = new SourceMemory(new DataPlaces(data).sources());
        if (who.isNamed() || memory.read(key.source()).containsKey(key.shown())) {
            throw new ConfigurationException(who.called() + " is still named by " + key.source() + ", and the next run "
                    + "would write them again: take them out there, let a run take their contacts away, then erase");
        }
    }

    private static List<String> erase(Someone who, RunSettings settings, BeforeImages images) {
        List<String> known = new ArrayList<>(who.addresses());
        known.add(who.name());
        PersonErasure erasure = new PersonErasure(settings, images, who.key(), known);
        erasure.require(Instant.now());
        Erased erased = erasure.carryOut(Operator.name(), Clock.systemUTC());
        List<String> told = new ArrayList<>(Wrapped.lines("erased from " + Amounts.of(erased.lines(), "line") + " of "
                + Amounts.of(erased.files(), "journal file") + ", from plans and reports of "
                + Amounts.of(erased.plans(), "run") + ", and from what is remembered", ""));
        new Holds(settings.data()).all().stream().filter(hold -> hold.keys().contains(who.key().shown().text()))
                .forEach(hold -> told.addAll(Wrapped.lines("The hold " + hold.id() + " names them until it ends: "
                + "contact-sync holds show " + hold.id(), "")));
        told.addAll(Wrapped.lines(ELSEWHERE, ""));
        return told;
    }
}
