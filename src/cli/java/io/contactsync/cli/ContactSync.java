package io.contactsync.cli;

import io.contactsync.cli.audit.AuditCommand;
import io.contactsync.cli.check.CheckCommand;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.explain.ExplainCommand;
import io.contactsync.cli.explain.ReleaseCommand;
import io.contactsync.cli.hold.HoldsCommand;
import io.contactsync.cli.init.InitCommand;
import io.contactsync.cli.plan.PlanCommand;
import io.contactsync.cli.probe.ProbeCommand;
import io.contactsync.cli.process.Ending;
import io.contactsync.cli.process.PrintableStream;
import io.contactsync.cli.process.StandardOutput;
import io.contactsync.cli.process.Starting;
import io.contactsync.cli.remove.RemoveCommand;
import io.contactsync.cli.report.ReportCommand;
import io.contactsync.cli.sandbox.SandboxCommand;
import io.contactsync.cli.source.PreviewCommand;
import io.contactsync.cli.source.SourceCommand;
import io.contactsync.cli.status.StateCommand;
import io.contactsync.cli.status.StatusCommand;
import io.contactsync.cli.sync.AdoptCommand;
import io.contactsync.cli.sync.ApplyCommand;
import io.contactsync.cli.sync.DuplicatesCommand;
import io.contactsync.cli.sync.RepairCommand;
import io.contactsync.cli.sync.ServeCommand;
import io.contactsync.cli.sync.SyncCommand;
import io.contactsync.cli.sync.WorkerCommand;
import io.contactsync.cli.undo.UndoCommand;
import io.contactsync.cli.words.Exits;
import io.contactsync.core.Printable;
import io.contactsync.journal.JournalException;
import io.contactsync.microsoftgraph.GraphException;
import io.contactsync.problem.Sentences;
import io.contactsync.run.ChangedMarksException;
import io.contactsync.run.ExitCode;
import io.contactsync.run.UnknownHoldException;
import io.contactsync.run.UnreadableRunException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The command line. */
@Command(name = "contact-sync", mixinStandardHelpOptions = true, version = "contact-sync 1.0.0",
        description = "Copies the contacts of colleagues, customers and suppliers into every Exchange Online mailbox, "
                + "and keeps them true.",
        subcommands = {
            SyncCommand.class,
            ApplyCommand.class,
            ServeCommand.class,
            WorkerCommand.class,
            AdoptCommand.class,
            RepairCommand.class,
            RemoveCommand.class,
            DuplicatesCommand.class,
            UndoCommand.class,
            InitCommand.class,
            CheckCommand.class,
            StatusCommand.class,
            PreviewCommand.class,
            SourceCommand.class,
            ExplainCommand.class,
            HoldsCommand.class,
            ReleaseCommand.class,
            StateCommand.class,
            AuditCommand.class,
            ProbeCommand.class,
            SandboxCommand.class,
            PlanCommand.class,
            ReportCommand.class,
            HelpCommand.class,
            CompletionCommand.class,
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {Exits.DONE, Exits.FAILED, Exits.USAGE, Exits.PARTLY, Exits.HELD, Exits.TOLD_TO_END},
        footerHeading = "%nFirst try: ", footer = {"contact-sync sandbox",
                "More of a command: contact-sync help <command>",
                "Relative file names count from the folder that holds bin and config."})
public final class ContactSync {

    private ContactSync() {
    }

    public static void main(String[] args) {
        System.setOut(StandardOutput.ofProcess());
        Ending.heedSignals();
        System.exit(Ending.exit(run(args)));
    }

    /** Carries out a command line and gives its exit code. */
    public static int run(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(new PrintableStream(out));
        System.setErr(new PrintableStream(err));
        try {
            int exit = commandLine(out).execute(args);
            return out instanceof StandardOutput output ? output.exit(exit, System.err) : exit;
        } finally {
            Starting.end(err);
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** @param out for the help, which is our own text and may be bold; nothing else goes there */
    static CommandLine commandLine(PrintStream out) {
        CommandLine command = new CommandLine(new ContactSync());
        CommandGroups.on(command);
        return command.setExecutionStrategy(ContactSync::execute).setExecutionExceptionHandler(ContactSync::failed)
                .setParameterExceptionHandler(ContactSync::misspelled).setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true));
    }

    /** What stands before a command within a command would go unheard. */
    private static int execute(CommandLine.ParseResult parsed) {
        for (CommandLine.ParseResult at = parsed; at.hasSubcommand(); at = at.subcommand()) {
            Mistakes.requireNoOption(at);
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /** One sentence and where to read on; the whole help would hide it. */
    private static int misspelled(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("contact-sync: " + Mistakes.sentence(wrong));
        return ExitCode.USAGE;
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        Throwable cause = cause(failure);
        if (Ending.isTold()) {
            return say(command, cause, ExitCode.FAILED);
        }
        if (cause instanceof ConfigurationException || cause instanceof UnknownHoldException
                || cause instanceof UnreadableRunException || cause instanceof ChangedMarksException) {
            return say(command, cause, ExitCode.USAGE);
        }
        if (cause instanceof JournalException || cause instanceof GraphException) {
            return say(command, cause, ExitCode.FAILED);
        }
        throw failure;
    }

    private static int say(CommandLine command, Throwable cause, int exit) {
        command.getErr().println("contact-sync: " + Printable.line(Sentences.of(cause)));
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
