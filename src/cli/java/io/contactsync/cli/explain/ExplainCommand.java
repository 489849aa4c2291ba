package io.contactsync.cli.explain;

import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.screen.ExplainScreen;
import io.contactsync.run.ExitCode;
import io.contactsync.run.explain.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.time.Instant;
import java.util.concurrent.Callable;

/** Why does X not see Y? */
@Command(name = "explain", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Says why a person is, or is not, on the phone of a mailbox's owner, and what to do about it.",
                "A person alone: in how many mailboxes, since when, where not and why. A mailbox alone: what it lacks "
                        + "and why.",
                "Reads the last readings of the sources, the journals, the directory and the mailbox's marks; never "
                        + "what a private contact holds. Writes nothing."},
        footerHeading = "%nExamples:%n",
        footer = {"  contact-sync explain bob@contoso.com anna@contoso.com", "  contact-sync explain \"Bob Ahrens\"",
            "  contact-sync explain --mailbox anna@contoso.com --offline"})
public final class ExplainCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "<person>",
            description = "A name or a part of it, an address, an object id, or a key (source|id).")
    private String person;
    @Parameters(index = "1", arity = "0..1", paramLabel = "<mailbox>",
            description = "Its owner's address, name or object id.")
    private String mailbox;
    @Option(names = "--mailbox", paramLabel = "<mailbox>",
            description = "The same; without a person: the mailbox alone.")
    private String option;
    @Option(names = "--offline",
            description = "Asks neither directory nor mailbox: by the last readings and the journals alone.")
    private boolean offline;
    @Option(names = "--json", description = "Prints one line of JSON and nothing else on standard output.")
    private boolean json;
    @Mixin
    private CommonOptions common;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String box = mailbox == null ? option : mailbox;
        if (person == null && box == null) {
            throw new ParameterException(spec.commandLine(),
                    "say whom: a person, a person and a mailbox, or --mailbox <mailbox>");
        }
        Configuration configuration = common.configuration();
        try (Explaining explaining = Explaining.begin(configuration, offline, Instant.now())) {
            return show(explaining.answer(person, box));
        } catch (UnclearException unclear) {
            return ask(unclear);
        }
    }

    private int show(Explanation explanation) {
        if (json) {
            System.out.println(ExplainJson.line(explanation));
        } else {
            new ExplainScreen(Ansi.AUTO.enabled()).lines(explanation).forEach(System.out::println);
        }
        return ExitCode.DONE;
    }

    private int ask(UnclearException unclear) {
        if (json) {
            System.out.println(ExplainJson.line(unclear));
        }
        System.err.println("contact-sync: " + unclear.getMessage());
        ExplainScreen screen = new ExplainScreen(Ansi.AUTO.enabled());
        unclear.candidates().forEach(one -> System.err.println(screen.candidate(one.name(), one.which())));
        return ExitCode.USAGE;
    }
}
