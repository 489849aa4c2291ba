package io.contactsync.cli;

import io.contactsync.run.RunRequest;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxAddress;
import io.contactsync.sandbox.SandboxOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Real people's contacts, synchronised into a tenant that exists in this process only. */
@Command(name = "sandbox", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Tries contact-sync without a tenant: a Graph server in this process with the 537 members of the US Congress as employees.",
            "Three runs: everything is created; nothing is to do; a day later joiners, leavers and changed numbers follow."})
final class SandboxCommand implements Callable<Integer> {

    private static final List<String> TITLES = List.of("first run", "nothing changed", "a day later");

    @Mixin
    private CommonOptions common;
    @Option(names = "--mailboxes", paramLabel = "<n>", defaultValue = "50", description = "Target mailboxes (default: ${DEFAULT-VALUE}).")
    private int mailboxes;
    @Option(names = "--contacts", paramLabel = "<n>", defaultValue = "40", description = "Contacts in the central mailbox, beside some 500 colleagues (default: ${DEFAULT-VALUE}).")
    private int contacts;
    @Mixin
    private SandboxTimingOptions timing;
    @Mixin
    private SandboxIdentityOptions identity;
    @Option(names = "--serve", description = "Only serves the tenant, until stopped, and prints how to reach it.")
    private boolean serve;
    @Option(names = "--port", paramLabel = "<p>", defaultValue = "0", description = "Port of Graph with --serve (default: any free one).")
    private int port;
    @Option(names = "--tls", description = "Serves Graph by https too; tokens always are.")
    private boolean tls;
    @Option(names = "--reading", paramLabel = "<key>=<answer>", description = "Answers an open question about Graph otherwise than assumed; may be repeated. See src/main/docs/sandbox.adoc.")
    private List<String> readings = List.of();
    @Mixin
    private SandboxLogOptions log;
    @Mixin
    private SandboxFaultOptions faults;
    @Mixin
    private SandboxPeopleOptions people;
    @Option(names = "--json", description = "Prints one line of JSON a run, or the address with --serve, and nothing else on standard output.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (faults.printOnly()) {
            return faults.print(System.out);
        }
        try (Sandbox sandbox = Sandbox.start(log.on(options(), common))) {
            identity.register(sandbox.app());
            if (serve) {
                Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
                tell(new SandboxAccess(sandbox.address()));
                new CountDownLatch(1).await();
            }
            return runs(sandbox);
        }
    }

    private SandboxOptions options() {
        try {
            SandboxOptions options = SandboxOptions.defaults().withMailboxes(mailboxes).withCentralContacts(contacts)
                .withPort(port).withTls(tls).withPeople(people.people(note -> System.err.println("contact-sync: " + note)));
            options = identity.on(timing.on(options));
            for (String reading : readings) {
                options = options.withReadings(options.readings().with(reading));
            }
            return faults.in(options);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException("sandbox: " + wrong.getMessage());
        }
    }

    private int runs(Sandbox sandbox) throws IOException {
        try (App app = App.start(common.configuration(settings(sandbox.address())), false)) {
            RunScreen screen = new RunScreen(app, json, System.out);
            Report first = run(screen, 0);
            Report second = run(screen, 1);
            sandbox.nextDay();
            Report third = run(screen, 2);
            if (!json) {
                screen.table(List.of(first, second, third), TITLES);
                System.out.printf("%nA day later at the source: %d joined, %d left, %d changed.%n", sandbox.lastDay().joiners(), sandbox.lastDay().leavers(),
                        sandbox.lastDay().changed());
                SandboxPhone.show(sandbox, System.out);
                log.show(sandbox, System.out);
            }
            return Math.max(first.summary().exit(), Math.max(second.summary().exit(), third.summary().exit()));
        }
    }

    private Report run(RunScreen screen, int number) {
        Report report = screen.run(TITLES.get(number), RunRequest.ordinary());
        if (json) {
            screen.show(report);
        }
        return report;
    }

    /** A data folder of its own, and numbers as the central mailbox has them. */
    private static Map<String, String> settings(SandboxAddress address) throws IOException {
        Map<String, String> settings = new SandboxAccess(address).synchronisation();
        settings.put("source.graph-contacts.region", "US");
        settings.put("sync.data", Files.createTempDirectory("contact-sync-sandbox-data").toString());
        return settings;
    }

    private void tell(SandboxAccess access) {
        if (json) {
            access.printJson(System.out);
        } else {
            access.print(System.out);
        }
        System.out.flush();
    }
}
