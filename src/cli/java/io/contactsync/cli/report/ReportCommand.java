package io.contactsync.cli.report;

import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.configuration.Schedule;
import io.contactsync.journal.DataPlaces;
import io.contactsync.problem.Sentences;
import io.contactsync.run.ExitCode;
import io.contactsync.run.RunFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** The page of a run or a plan. */
@Command(name = "report", mixinStandardHelpOptions = true,
        description = {"Writes the HTML page of a run or a plan, and tells where it is.",
            "It is one file that asks nothing of any network; it holds names and addresses."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync report",
            "  contact-sync report --open"})
public final class ReportCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "<run|plan>", defaultValue = "latest",
            description = "Its id, or how its id begins; without one, the latest.")
    private String id;
    @Option(names = "--open", description = "Shows it in this machine's browser.")
    private boolean open;
    @Option(names = "--output", paramLabel = "<file>", description = "Writes it there instead of into the run's "
            + "folder.")
    private Path output;
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        RunFolders runs = new RunFolders(new DataPlaces(Path.of(configuration.get("sync.data"))).runs());
        Path folder = runs.find(id);
        Path file = write(new ReportFile(runs, Schedule.zoneOf(configuration)), folder,
                output == null ? folder.resolve(ReportFile.NAME) : output);
        System.out.println("report  " + file.toAbsolutePath().normalize());
        if (open && !Browser.show(file)) {
            System.err.println("contact-sync: no browser can be started here; open the file above in one");
            return ExitCode.PARTLY;
        }
        return ExitCode.DONE;
    }

    private Path write(ReportFile report, Path folder, Path file) {
        if (Files.isDirectory(file)) {
            throw new ConfigurationException("--output must be a file - was the folder '" + file + "'; try --output "
                    + file.resolve(ReportFile.NAME));
        }
        if (output != null && !Files.isDirectory(file.toAbsolutePath().getParent())) {
            throw new ConfigurationException("--output must be a file in a folder that exists - there is no folder '"
                    + file.toAbsolutePath().getParent() + "'");
        }
        try {
            return report.write(folder, file);
        } catch (IOException unwritable) {
            throw new ConfigurationException(
                    "the report cannot be written to '" + file + "' (" + Sentences.of(unwritable)
                            + ") - name another place with --output");
        }
    }
}
