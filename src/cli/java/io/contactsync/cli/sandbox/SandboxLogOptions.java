package io.contactsync.cli.sandbox;

import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.core.HiddenKey;
import io.contactsync.sandbox.Finding;
import io.contactsync.sandbox.Marks;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The view from above, for the sandbox command. */
final class SandboxLogOptions {

    /** Requests kept in memory beside the file: some 10 MB. */
    private static final int KEPT = 20_000;

    @Option(names = "--log", paramLabel = "<file>",
            description = "Writes every request to this file, one JSON object a line, and says what the client must "
                    + "not have done; see docs/sandbox.adoc.")
    private Path file;

    /** The options with the log switched on, if it is wanted; the marks are those of this installation. */
    SandboxOptions on(SandboxOptions options, CommonOptions common) {
        if (file == null) {
            return options;
        }
        requireWritable();
        Configuration configuration = common.configuration();
        return options.withLog(KEPT, file).withMarks(new Marks(configuration.get("category.name"), HiddenProperties.KEY,
                HiddenKey.beginning(configuration.get("sync.instance"))));
    }

    private void requireWritable() {
        try {
            Files.newBufferedWriter(file).close();
        } catch (IOException unwritable) {
            throw new ConfigurationException("sandbox: --log: " + file + " cannot be written ("
                    + unwritable.getClass().getSimpleName() + "); a file in a folder that is there is wanted");
        }
    }

    /** Says what was found, and how many requests were looked at. */
    void show(Sandbox sandbox, PrintStream out) {
        if (file != null) {
            List<Finding> findings = sandbox.findings();
            out.printf("%n%d requests are in %s: %s.%n", sandbox.requestLog().orElseThrow().total(), file,
                    findings.isEmpty() ? "nothing the client must not do" : findings.size() + " findings");
            findings.forEach(each -> out.println("  " + each.sentence()));
        }
    }
}
