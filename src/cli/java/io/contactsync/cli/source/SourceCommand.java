package io.contactsync.cli.source;

import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.screen.Wrapped;
import io.contactsync.run.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/** What is done with sources as a whole. */
@Command(name = "source", mixinStandardHelpOptions = true,
        description = "Adds a source: a route file to start from, and its keys.",
        subcommands = SourceCommand.Add.class,
        footerHeading = "%nExamples:%n", footer = {"  contact-sync source add acme --from csv",
            "  contact-sync source add partners --from graph-contacts",
            "",
            "Next: contact-sync preview acme"})
public final class SourceCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: add <name>");
    }

    /** Adds one. */
    @Command(name = "add", mixinStandardHelpOptions = true, sortOptions = false,
            description = {"Writes the route file of a new source, with a mapping to start from, and its keys into "
            + "config/application.properties.",
                "Nothing is overwritten, and no run reads the source before it stands in sync.sources."},
            footerHeading = "%nExamples:%n",
            footer = {"  contact-sync source add customers --from csv --sample customers.csv",
                "  contact-sync source add partners --from graph-contacts",
                "  contact-sync source add staff --from sql"})
    static final class Add implements Callable<Integer> {

        @Parameters(paramLabel = "<name>", description =
                "The new source's name, kebab-case. It is part of every contact's key: choose it for good.")
        private String name;
        @Option(names = "--from", required = true, paramLabel = "<kind>",
                description = "What it reads: csv (the newest *.csv file of a folder), graph-contacts"
                + " (contacts of mailboxes), sql (a database), rest (JSON of a web service) or sftp (JSON in a file of"
                + " a server).")
        private String from;
        @Option(names = "--sample", paramLabel = "<file>",
                description = "With csv: a file as it will come. Delimiter, charset and columns are taken from it,"
                + " and a first mapping is guessed.")
        private Path sample;
        @Option(names = "--enable", description = "Names it in sync.sources too, so that the next run reads it.")
        private boolean enable;
        @Mixin
        private CommonOptions common;

        @Override
        public Integer call() {
            Configuration configuration = common.wholeConfiguration();
            SourceAdd add = new SourceAdd(configuration, name);
            NewSource source = add.make(from, sample);
            Path kept = add.write(source, enable, Instant.now());
            say(add.file() + ": " + source.told());
            say(configuration.file() + ": " + source.keys().keySet().stream()
                    .map(line -> line.replaceFirst(" =.*", "")).collect(java.util.stream.Collectors.joining(", "))
                    + (enable ? ", and " + name + " in sync.sources" : "") + "; the old one is kept as "
                    + kept.getFileName());
            source.remarks().forEach(remark -> say("! " + remark));
            say("next: " + source.next() + ", then 'contact-sync preview " + name + "'"
                    + (enable ? "" : "; add " + name + " to sync.sources when it is right"));
            return ExitCode.DONE;
        }

        private static void say(String sentence) {
            (Ansi.AUTO.enabled() ? Wrapped.lines(sentence, "  ") : List.of(sentence)).forEach(System.out::println);
        }
    }
}
