package io.contactsync.cli.probe;

import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.configuration.SharedFolder;
import io.contactsync.cli.process.Consent;
import io.contactsync.probe.Probe;
import io.contactsync.probe.ProbeReport;
import io.contactsync.probe.ProbeSettings;
import io.contactsync.run.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;

/** Asks a real mailbox what Microsoft does not publish. */
@Command(name = "probe", mixinStandardHelpOptions = true, sortOptions = false,
        description = {
                "Asks one mailbox what Microsoft does not publish about contacts, and says what to set. Takes some "
                        + "minutes and up to 2,000 requests.",
                "It works in a contact folder of its own, changes and deletes nothing but what it made itself, and "
                        + "removes that in the end."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync probe --mailbox probe@contoso.com",
            "  contact-sync probe --mailbox probe@contoso.com --report probe.md",
            "",
            "Next: set the keys that the report names"})
public final class ProbeCommand implements Callable<Integer> {

    @Option(names = "--mailbox", required = true, paramLabel = "<id>", description = "Object id or user principal "
            + "name of the mailbox; best one that nobody uses.")
    private String mailbox;
    @Option(names = "--second-mailbox", paramLabel = "<id>", defaultValue = "", description = "Another one, which is "
            + "only read: shows what concurrency is counted by.")
    private String second;
    @Option(names = "--copy-wait", paramLabel = "<seconds>", defaultValue = "0", description = "Asks you to copy a "
            + "contact in Outlook, and waits that long for the copy.")
    private int copyWait;
    @Option(names = "--only", paramLabel = "<question>", split = ",", description = "Asks these questions alone, by "
            + "their keys in the report; any other word lists the keys.")
    private Set<String> only = new LinkedHashSet<>();
    @Option(names = "--report", paramLabel = "<file>", description = "Writes the report as Markdown to that file "
            + "instead of to standard output.")
    private Path report;
    @Option(names = "--json", description = "Prints the report as one line of JSON and nothing else on standard "
            + "output.")
    private boolean json;
    @Option(names = "--clean", description = "Asks nothing; removes what an earlier probe left because it was killed.")
    private boolean clean;
    @Option(names = "--yes", description = "Does not ask before it begins.")
    private boolean yes;
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        Configuration configuration = common.configuration();
        ProbeSettings settings = settings();
        requireWritable();
        confirm();
        requireNoRun(configuration);
        try (App app = App.start(configuration, false); ProbeGraph graph = new ProbeGraph(app.graph())) {
            ProbeScreen screen = new ProbeScreen(report, json, System.out, System.err);
            Probe probe = new Probe(graph, mailbox, run(), new MachineClock(), settings, screen::say);
            ProbeReport result = screen.run(probe, clean);
            screen.show(result, clean);
            return result.complete() ? ExitCode.DONE : result.broken().isEmpty() ? ExitCode.PARTLY : ExitCode.FAILED;
        }
    }

    private ProbeSettings settings() {
        if (copyWait < 0) {
            throw new ConfigurationException("--copy-wait must be 0 or more seconds - was " + copyWait);
        }
        try {
            return ProbeSettings.ordinary().withCopyWait(Duration.ofSeconds(copyWait)).withSecondMailbox(second)
                    .withOnly(only);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException("--only: " + wrong.getMessage());
        }
    }

    /** Beforehand: a report that cannot be written would cost all the asking. */
    private void requireWritable() {
        Path folder = report == null ? null : report.toAbsolutePath().getParent();
        if (report != null && (Files.isDirectory(report) || folder == null
                || !Files.isWritable(Files.exists(report) ? report : folder))) {
            throw new ConfigurationException("--report: " + report
                    + " cannot be written - allowed is a file in a folder that is there and may be written to");
        }
        if (clean && !only.isEmpty()) {
            throw new ConfigurationException("--clean asks nothing, --only says what to ask - allowed is one of them");
        }
    }

    private static String run() {
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** A person has to agree, here or beforehand. */
    private void confirm() {
        if (!yes) {
            Consent.yes("probe writes into a mailbox and there is nobody to ask: add --yes",
                    "The probe will make and remove contacts of its own in the mailbox '" + mailbox
                            + "'. Go on");
        }
    }

    /** The lock is not kept: only a synchronisation that is under way would be disturbed, and would disturb. */
    private static void requireNoRun(Configuration configuration) {
        if (Files.isDirectory(Path.of(configuration.get("sync.data")))) {
            SharedFolder.take(configuration).close();
        }
    }
}
