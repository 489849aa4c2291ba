package io.contactsync.cli.explain;

import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.configuration.ReadingSettings;
import io.contactsync.cli.configuration.SharedFolder;
import io.contactsync.journal.RunLock;
import io.contactsync.run.ExitCode;
import io.contactsync.run.RunSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.time.Instant;
import java.util.concurrent.Callable;

/** Ends the rest of a mailbox, and lets a contact be tried again that Graph refused. */
@Command(name = "release", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Ends the rest of a mailbox that failed again and again, and tries a contact again that Graph "
                + "refused.", "The next run asks the mailbox, or writes the contact, as if nothing had been."},
        footerHeading = "%nExamples:%n",
        footer = {"  contact-sync release anna@contoso.com", "  contact-sync release \"Maria Cantwell\"",
            "  contact-sync release --all"})
public final class ReleaseCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "<mailbox or person>",
            description = "A name or a part of it, an address, an object id, or a key (source|id).")
    private String whom;
    @Option(names = "--all", description = "Everything that rests or is refused.")
    private boolean all;
    @Mixin
    private CommonOptions common;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (all == (whom != null)) {
            throw new ParameterException(spec.commandLine(), "say what: a mailbox or a person, or --all");
        }
        RunSettings settings = ReadingSettings.of(common.configuration());
        try (RunLock lock = SharedFolder.take(common.configuration())) {
            lock.check();
            new Releasing(settings, Instant.now()).release(whom).forEach(System.out::println);
            return ExitCode.DONE;
        } catch (UnclearException unclear) {
            throw new ConfigurationException(unclear.getMessage());
        }
    }
}
