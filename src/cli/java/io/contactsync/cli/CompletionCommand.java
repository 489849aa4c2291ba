package io.contactsync.cli;

import io.contactsync.run.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** What a shell needs to complete commands and options. */
@Command(name = "completion", mixinStandardHelpOptions = true, description = {
        "Prints what a shell needs to complete commands and options.",
        "For this shell: source <(bin/contact-sync completion bash)",
        "For each one: put that line into ~/.bashrc or ~/.zshrc, with the whole path."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync completion bash",
            "  contact-sync completion zsh"})
final class CompletionCommand implements Callable<Integer> {

    /** Shells that are known; the script is the same. */
    enum Shell { BASH, ZSH }

    @Parameters(paramLabel = "<shell>", description = "bash or zsh.")
    private Shell shell;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(AutoComplete.bash(spec.root().name(), spec.root().commandLine()));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
