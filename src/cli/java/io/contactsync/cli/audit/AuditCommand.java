package io.contactsync.cli.audit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The audit trail. */
@Command(name = "audit", mixinStandardHelpOptions = true,
        description = {"Proves the journals, hands them over, and erases a person from them.",
            "Asks nothing of Graph, and writes nothing into mailboxes."},
        subcommands = {VerifyCommand.class, ExportCommand.class, EraseCommand.class},
        subcommandsRepeatable = false,
        footerHeading = "%nExamples:%n", footer = {"  contact-sync audit verify",
            "  contact-sync audit export --csv --person bob@contoso.com"})
public final class AuditCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: verify, export or erase <person>");
    }
}
