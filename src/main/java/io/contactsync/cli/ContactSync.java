package io.contactsync.cli;

import io.contactsync.contact.Sentences;
import io.contactsync.journal.JournalException;
import io.contactsync.microsoftgraph.GraphException;
import io.contactsync.run.RunSummary;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(name = "contact-sync", mixinStandardHelpOptions = true, version = "contact-sync 1.0.0",
        description = "Copies the contacts of colleagues, customers and suppliers into every Exchange Online mailbox, and keeps them true.",
        subcommands = {SyncCommand.class, ServeCommand.class, AdoptCommand.class, CheckCommand.class, ProbeCommand.class, SandboxCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done: all that was to be done is done", "1:failed: the run could not be carried out", "2:usage or configuration is wrong",
            "3:partly done: a mailbox, a change or a part of a source was left; the next run goes on",
            "4:held: something exceeds a guard and waits for 'sync --approve <id>'"},
        footerHeading = "%nFirst try: ", footer = {"contact-sync sandbox", "Relative file names count from the folder that holds bin and config."})
public final class ContactSync {

    private ContactSync() {
    }

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Carries out a command line and gives its exit code. */
    static int run(String... args) {
        return new CommandLine(new ContactSync()).setExecutionExceptionHandler(ContactSync::failed)
                .setParameterExceptionHandler(ContactSync::misspelled).setCaseInsensitiveEnumValuesAllowed(true).execute(args);
    }

    /** One sentence and where to read on; the whole help would hide it. */
    private static int misspelled(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("contact-sync: " + wrong.getMessage() + " - see '" + command.getCommandSpec().qualifiedName() + " --help'");
        return RunSummary.USAGE;
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        Throwable cause = cause(failure);
        if (cause instanceof ConfigurationException) {
            return say(command, cause, RunSummary.USAGE);
        }
        if (cause instanceof JournalException || cause instanceof GraphException) {
            return say(command, cause, RunSummary.FAILED);
        }
        throw failure;
    }

    private static int say(CommandLine command, Throwable cause, int exit) {
        command.getErr().println("contact-sync: " + Sentences.of(cause));
        return exit;
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof org.apache.camel.CamelExecutionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
