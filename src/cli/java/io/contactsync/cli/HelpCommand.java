package io.contactsync.cli;

import io.contactsync.run.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.List;
import java.util.concurrent.Callable;

/** The help of a command, for those who type it as a word. */
@Command(name = "help", mixinStandardHelpOptions = true,
        description = "Shows the help of a command, as --help behind it does.",
        footerHeading = "%nExamples:%n", footer = {"  contact-sync help sync",
            "  contact-sync help state forget"})
final class HelpCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "<command>", description = "The command, with the one below it if there "
            + "is one.")
    private List<String> words = List.of();
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = spec.root().commandLine();
        for (String word : words) {
            CommandLine below = command.getSubcommands().get(word);
            if (below == null) {
                throw new UnmatchedArgumentException(command, List.of(word));
            }
            command = below;
        }
        command.usage(spec.root().commandLine().getOut(), spec.root().commandLine().getColorScheme());
        return ExitCode.DONE;
    }
}
