package io.contactsync.cli.sandbox;

import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.process.Ending;
import io.contactsync.cli.sync.RunScreen;
import io.contactsync.journal.DataPlaces;
import io.contactsync.run.ExitCode;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxAddress;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.people.card.Room;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Real people's contacts, synchronised into a tenant that exists in this process only. */
@Command(name = "sandbox", mixinStandardHelpOptions = true, sortOptions = false,
        description = {
                "Tries contact-sync without a tenant: a Graph server in this process with the 537 members of the US "
                        + "Congress as employees.",
                "Three runs: everything is created; nothing is to do; a day later joiners, leavers and changed "
                        + "numbers follow.",
            "The journals go when all went well; --set sync.data=<folder> puts them where they stay."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync sandbox",
            "  contact-sync sandbox --serve --mailboxes 20",
            "",
            "Next: contact-sync init"})
public final class SandboxCommand implements Callable<Integer> {

    private static final List<String> TITLES = List.of("first run", "nothing changed", "a day later");

    @Mixin
    private SandboxPeopleOptions people;
    @Option(names = "--mailboxes", paramLabel = "<n>", defaultValue = "50", description = "Target mailboxes (default: "
            + "${DEFAULT-VALUE}).")
    private int mailboxes;
    @Option(names = "--contacts", paramLabel = "<n>", defaultValue = "40", description = "Contacts in the central "
            + "mailbox, beside some 500 colleagues (default: ${DEFAULT-VALUE}).")
    private int contacts;
    @Option(names = "--serve", description = "Only serves the tenant, until stopped, and prints how to reach it.")
    private boolean serve;
    @Option(names = "--port", paramLabel = "<p>", defaultValue = "0", description = "Port of Graph with --serve "
            + "(default: any free one).")
    private int port;
    @Option(names = "--tls", description = "Serves Graph by https too; tokens always are.")
    private boolean tls;
    @Mixin
    private SandboxFaultOptions faults;
    @Mixin
    private SandboxLogOptions log;
    @Option(names = "--reading", paramLabel = "<key>=<answer>", description = "Answers an open question about Graph "
            + "otherwise than assumed; may be repeated. See docs/sandbox.adoc.")
    private List<String> readings = List.of();
    @Mixin
    private SandboxTimingOptions timing;
    @Mixin
    private SandboxIdentityOptions identity;
    @Option(names = "--json", description = "Prints one line of JSON a run, or the address with --serve, and nothing "
            + "else on standard output.")
    private boolean json;
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws Exception {
        if (faults.printOnly()) {
            return faults.print(System.out);
        }
        SandboxOptions options = log.on(options(), common);
        CountDownLatch told = new CountDownLatch(1);
        try (Ending.UnderWay all = Ending.with(told::countDown);
                SandboxData data = new SandboxData();
                Sandbox sandbox = start(options)) {
            identity.register(sandbox.app());
            return serve ? serve(sandbox, data, told) : runs(sandbox, data);
        }
    }

    /** Told to end, it says what the log has found; what it made goes with it. */
    private int serve(Sandbox sandbox, SandboxData data, CountDownLatch told) throws InterruptedException {
        tell(new SandboxAccess(sandbox.address()), data);
        told.await();
        log.show(sandbox, System.err);
        return ExitCode.DONE;
    }

    private static Sandbox start(SandboxOptions options) {
        try {
            return Sandbox.start(options);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException("sandbox: " + wrong.getMessage());
        }
    }

    private SandboxOptions options() {
        try {
            if (people.congress()) {
                Room.require("--mailboxes " + mailboxes, mailboxes, 0, 0);
            }
            Room.require("--contacts " + contacts, 0, contacts, 0);
            SandboxOptions options = SandboxOptions.defaults().withMailboxes(mailboxes).withCentralContacts(contacts)
                    .withPort(port).withTls(tls)
                    .withPeople(people.people(note -> System.err.println("contact-sync: " + note)));
            options = identity.on(timing.on(options));
            for (String reading : readings) {
                options = options.withReadings(options.readings().with(reading));
            }
            return faults.in(options);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException("sandbox: " + wrong.getMessage());
        }
    }

    private int runs(Sandbox sandbox, SandboxData data) throws IOException {
        Configuration configuration = common.configuration(settings(sandbox.address(), data));
        boolean elsewhere = !configuration.get("sync.data").equals(data.folder().toString());
        try (App app = App.start(configuration, false)) {
            RunScreen screen = new RunScreen(app, json, elsewhere, System.out);
            List<RunReport> reports = three(sandbox, screen);
            if (!json) {
                screen.table(reports, TITLES.subList(0, reports.size()));
                close(sandbox);
            }
            int exit = reports.stream().mapToInt(report -> report.exit()).max().orElse(ExitCode.DONE);
            if (exit != ExitCode.DONE && !elsewhere && !Ending.isTold()) {
                data.keep();
                System.err.println("journals: " + new DataPlaces(data.folder()).runs());
            }
            return exit;
        }
    }

    /** Three runs, and a day before the last; fewer if the process is told to end. */
    private List<RunReport> three(Sandbox sandbox, RunScreen screen) {
        List<RunReport> reports = new ArrayList<>();
        while (reports.size() < TITLES.size() && !Ending.isTold()) {
            if (reports.size() == TITLES.size() - 1) {
                sandbox.nextDay();
            }
            reports.add(run(screen, reports.size()));
        }
        return reports;
    }

    private void close(Sandbox sandbox) throws IOException {
        if (sandbox.lastDay() != null) {
            System.out.printf("%nA day later at the source: %d joined, %d left, %d changed.%n",
                    sandbox.lastDay().joiners(), sandbox.lastDay().leavers(), sandbox.lastDay().changed());
        }
        SandboxPhone.show(sandbox, System.out);
        log.show(sandbox, System.out);
    }

    private RunReport run(RunScreen screen, int number) {
        RunReport report = screen.run(TITLES.get(number), RunRequest.ordinary());
        if (json) {
            screen.show(report);
        }
        return report;
    }

    /** A data folder of its own, and numbers as the central mailbox has them. */
    private static Map<String, String> settings(SandboxAddress address, SandboxData data) {
        Map<String, String> settings = new SandboxAccess(address).synchronisation();
        settings.put("source.graph-contacts.region", "US");
        settings.put("sync.data", data.folder().toString());
        settings.put("notify.channels", ""); // nobody is told of what is only tried
        return settings;
    }

    private void tell(SandboxAccess access, SandboxData data) {
        if (json) {
            access.printJson(System.out, data.folder());
        } else {
            access.print(System.out, data.folder());
        }
        System.out.flush();
    }
}
