package io.contactsync.cli.source;

import io.contactsync.cli.access.Login;
import io.contactsync.cli.app.App;
import io.contactsync.cli.app.Inquiry;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.configuration.RouteFiles;
import io.contactsync.cli.process.JsonLine;
import io.contactsync.contact.ContactRenderer;
import io.contactsync.problem.NearMiss;
import io.contactsync.run.ExitCode;
import io.contactsync.source.SourceContacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Reads one source and shows what becomes of it. */
@Command(name = "preview", mixinStandardHelpOptions = true,
        description = {"Reads one source and shows the contacts that its mapping makes; writes nothing anywhere.",
    "A source needs no mailbox for that, need not stand in sync.sources, and a CSV file needs no login.",
    "Ends with 3 if the reading is not complete, with 1 if it made no contact at all."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync preview supplier-csv",
        "  contact-sync preview supplier-csv --rows 20"})
public final class PreviewCommand implements Callable<Integer> {

    /** Something that has the form of an application and is none: nothing is asked of anybody with it. */
    private static final Map<String, String> NOBODY = nobody();

    @Parameters(paramLabel = "<source>", description =
            "The source's name: <name> is the route contact-sync-source-<name> below routes/sources.")
    private String source;
    @Option(names = "--rows", paramLabel = "<n>", defaultValue = "5",
            description = "Contacts to show (default: ${DEFAULT-VALUE}).")
    private int rows;
    @Option(names = "--json", description = "Prints one line of JSON and nothing else on standard output.")
    private boolean json;
    @Mixin
    private CommonOptions common;

    private static Map<String, String> nobody() {
        Map<String, String> nobody = new HashMap<>();
        for (String none : List.of("client-secret-file", "certificate", "certificate-password",
                "certificate-password-file", "federated-token-file", "managed-identity", "base-url", "authority")) {
            nobody.put("graph." + none, "");
        }
        nobody.put("graph.tenant-id", "00000000-0000-0000-0000-000000000000");
        nobody.put("graph.client-id", "00000000-0000-0000-0000-000000000000");
        nobody.put("graph.client-secret", "none");
        return nobody;
    }

    @Override
    public Integer call() {
        if (rows < 0) {
            throw new ConfigurationException("--rows must be 0 or more - was '" + rows + "'");
        }
        Configuration configuration = common.configuration();
        RouteFiles files = configuration.routes();
        Path file = files.file(source).orElseThrow(() -> unknown(files.sources()));
        Configuration needed = files.needsLogin(source) ? withLogin(configuration) : configuration.with(NOBODY);
        try (App app = App.open(needed, files.source(file))) {
            SourceContacts read = read(app, file);
            if (json) {
                System.out.println(JsonLine.of(PreviewJson.of(read, file, rows,
                        app.bean("contact-sync-contact-renderer", ContactRenderer.class))));
            } else {
                new PreviewScreen(read, rows, Ansi.AUTO.enabled(), System.out).show(file,
                        configuration.list("sync.sources").contains(source));
            }
            return read.isComplete() ? ExitCode.DONE : read.contacts().isEmpty() ? ExitCode.FAILED : ExitCode.PARTLY;
        }
    }

    private ConfigurationException unknown(List<String> known) {
        return new ConfigurationException("there is no source '" + source
                + "': no file below routes/sources has the route contact-sync-source-" + source
                + NearMiss.question(source, known) + " - there are " + String.join(", ", known)
                + "; 'contact-sync source add " + source + " --from csv' makes one");
    }

    private static Configuration withLogin(Configuration configuration) {
        ConfigurationException.at(Login.unset(configuration));
        return configuration;
    }

    private SourceContacts read(App app, Path file) {
        try {
            return new Inquiry(app).ask("direct:contact-sync-source-" + source, "", SourceContacts.class);
        } catch (IllegalStateException failed) {
            throw new ConfigurationException(file + ": " + failed.getMessage());
        }
    }
}
