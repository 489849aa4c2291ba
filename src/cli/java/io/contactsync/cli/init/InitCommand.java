package io.contactsync.cli.init;

import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationEdit;
import io.contactsync.run.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Asks for the values of a tenant, tries each, and writes them into the configuration. */
@Command(name = "init", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Asks for the six values of a tenant, tries each against it, and writes them into "
        + "config/application.properties.",
            "Enter keeps what stands in brackets. Only the lines of these values change, a copy of the old file is "
                    + "kept; Ctrl-C leaves everything as it was.",
            "A value that is given as an option is not asked for; answers may be piped in, one a line."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync init",
        "  contact-sync init --targets everyone --region DE"})
public final class InitCommand implements Callable<Integer> {

    @Option(names = "--tenant-id", paramLabel = "<id>",
            description = "Directory (tenant) id, or a domain of the tenant.")
    private String tenant;
    @Option(names = "--client-id", paramLabel = "<id>", description = "Application (client) id.")
    private String client;
    @Option(names = "--credential", paramLabel = "<file>",
            description = "Certificate with its key (PKCS#12, PEM), or a file with the client secret and nothing"
            + " else; readable by its owner alone. Or a file with a federated token, or system-assigned or"
            + " user-assigned for the machine's managed identity.")
    private String credential;
    @Option(names = "--certificate-password-file", paramLabel = "<file>",
            description = "File with the password of a PKCS#12 certificate.")
    private String password;
    @Option(names = "--mailboxes", paramLabel = "<list>",
            description = "Central mailboxes, comma-separated ids or addresses; none for no such source.")
    private String mailboxes;
    @Option(names = "--targets", paramLabel = "<rule>",
            description = "Who gets the contacts: everyone, the object id of a group, or a file of users.")
    private String targets;
    @Option(names = "--region", paramLabel = "<code>",
            description = "Country of telephone numbers without country code, such as DE; none for no country.")
    private String region;
    @Option(names = "--force", description = "Takes values also where the tenant refuses them or cannot be reached.")
    private boolean forced;
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Configuration configuration = common.wholeConfiguration();
        ConfigurationEdit file = ConfigurationEdit.read(configuration.file());
        Prompt prompt = new Prompt(System.out);
        prompt.say("Six values; Enter keeps what is in brackets, Ctrl-C leaves all as it was.");
        Init init = new Init(configuration, prompt, forced);
        init.tenant(tenant, client);
        init.credential(credential, password);
        init.mailboxes(mailboxes);
        init.targets(targets);
        init.region(region);
        init.values().forEach(file::set);
        end(init, file, configuration.file(), prompt);
        return ExitCode.DONE;
    }

    private void end(Init init, ConfigurationEdit file, Path name, Prompt prompt) {
        prompt.say("");
        init.writeSecret();
        if (file.isChanged()) {
            Path kept = file.write(Instant.now());
            prompt.say("written into " + name + "; the old one is kept as " + kept.getFileName());
        } else {
            prompt.say(name + " has these values already: nothing was written");
        }
        init.remarks().forEach(remark -> prompt.say("!  " + remark));
        prompt.say("next: contact-sync check tries everything that a run will use");
    }
}
