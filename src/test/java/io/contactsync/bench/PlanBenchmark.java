package io.contactsync.bench;

import io.contactsync.contact.ContactRenderer;
import io.contactsync.contact.RenderedContact;
import io.contactsync.contact.ReadRetry;
import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.DriftRules;
import io.contactsync.core.HiddenKey;
import io.contactsync.core.Limits;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.core.Value;
import io.contactsync.journal.FilesAlone;
import io.contactsync.run.BeforeImages;
import io.contactsync.run.JournalEntries;
import io.contactsync.run.MailboxTask;
import io.contactsync.run.MailboxTurn;
import io.contactsync.run.Mailboxes;
import io.contactsync.run.PersonChange;
import io.contactsync.run.PlanSearch;
import io.contactsync.run.Run;
import io.contactsync.run.RunFolder;
import io.contactsync.run.RunBudgets;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.run.RunSettings;
import io.contactsync.run.RunSteps;
import io.contactsync.run.Fingerprint;
import io.contactsync.run.Runs;
import io.contactsync.run.Target;
import io.contactsync.source.SourceContacts;
import io.contactsync.source.SourceCounts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what a first plan and a day's plan of a large tenant take. The package says how to run it. */
@Command(name = "plan-benchmark", mixinStandardHelpOptions = true)
public final class PlanBenchmark implements Callable<Integer> {

    private static final RunRequest TRIAL = new RunRequest(true, Set.of());
    private static final ContactRenderer RENDERER = new ContactRenderer("Colleagues", "main");
    private static final String SOURCE = "graph-users";
    private static final String LOOKED_UP = "Changed Person 7";

    @Option(names = "--mailboxes", defaultValue = "3000")
    private int mailboxes;
    @Option(names = "--contacts", defaultValue = "500", description = "People, all of them owners of a mailbox too.")
    private int contacts;

    private Path data;
    private Runs runs;
    private RunSteps steps;
    private Mailboxes planner;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PlanBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        data = Files.createTempDirectory("contact-sync-plan");
        RunSettings settings = RunSettings.of("main", SOURCE, "", false, 30, 15, false, data.toString());
        runs = new Runs(settings, new Limits(100, 100, 100, 100, 100), RENDERER,
                Fingerprint.parse("benchmark"), () -> null,
                new RunBudgets(240, 60, new ReadRetry(1)), new BeforeImages(settings.data().toString(), 30, ""),
                FilesAlone.INSTANCE);
        steps = new RunSteps(RENDERER, false, DriftRules.STANDARD, runs.ended());
        planner = new Mailboxes("Colleagues");
        List<Contact> before = IntStream.range(0, contacts).mapToObj(number -> person(number, false)).toList();
        List<Contact> after = Stream.concat(before.subList(2, contacts - 5).stream(),
                IntStream.range(contacts - 5, contacts + 3).mapToObj(number -> person(number, number < contacts)))
                        .toList();
        measure("first run", TRIAL, before, List.of());
        measure("a run that writes it", RunRequest.ordinary(), before, List.of());
        measure("10 changed people", TRIAL, after, before);
        return 0;
    }

    /** @param changed whether something else is said of them than before */
    private Contact person(int number, boolean changed) {
        String name = changed ? "Changed Person " + (number - contacts + 9) : "Elisabeth Bogdanovic " + number;
        Map<ContactField, Value> fields = new EnumMap<>(ContactField.class);
        fields.put(ContactField.DISPLAY_NAME, new Value.Text(name));
        fields.put(ContactField.GIVEN_NAME, new Value.Text("Elisabeth"));
        fields.put(ContactField.SURNAME, new Value.Text("Bogdanovic " + number));
        fields.put(ContactField.COMPANY_NAME, new Value.Text("Contoso Manufacturing"));
        fields.put(ContactField.DEPARTMENT, new Value.Text("Engineering " + number % 20));
        fields.put(ContactField.JOB_TITLE, new Value.Text("Senior Engineer"));
        fields.put(ContactField.EMAIL_ADDRESSES, new Value.Emails(List.of(new Value.Email(name, "elisabeth.bogdanovic."
                + number + "@contoso.com"))));
        fields.put(ContactField.MOBILE_PHONE, new Value.Text("+49 171 " + (changed ? 2_000_000 : 1_000_000) + number));
        fields.put(ContactField.BUSINESS_ADDRESS, new Value.Address("Lange Strasse " + number, "Hamburg", "", "Germany",
                "20095"));
        return new Contact(new ContactKey(SOURCE, id(number)), fields);
    }

    private static String id(int number) {
        return UUID.nameUUIDFromBytes(Integer.toString(number).getBytes(StandardCharsets.US_ASCII)).toString();
    }

    private void measure(String title, RunRequest request, List<Contact> named, List<Contact> held) throws IOException {
        List<RenderedContact> there = held.stream().map(RENDERER::render).toList();
        long began = System.nanoTime();
        RunReport report = run(request, named, there);
        double seconds = (System.nanoTime() - began) / 1e9;
        Path folder = data.resolve("runs").resolve(report.id());
        System.out.printf(Locale.ROOT, "%s: %,d mailboxes, %,d contacts: %,d changes in %.1f s%n", title, mailboxes,
                named.size(),
                report.changes().stream().mapToLong(change -> change.reach().size()).sum(), seconds);
        try (Stream<String> lines = Files.lines(folder.resolve(RunFolder.PLAN))) {
            System.out.printf(Locale.ROOT, "  plan.jsonl  %,d lines, %d of them changes, %,d bytes%n", lines.count(),
                    report.changes().size(),
                    Files.size(folder.resolve(RunFolder.PLAN)));
        }
        System.out.printf(Locale.ROOT, "  report.json %,d bytes, journal.jsonl %,d bytes%n",
                Files.size(folder.resolve(RunFolder.REPORT)),
                Files.size(folder.resolve("journal.jsonl")));
        lookUp(folder);
    }

    private static void lookUp(Path folder) {
        for (String turn : List.of("first", "second")) {
            long cpu = cpu();
            long began = System.nanoTime();
            List<PersonChange> found = new PlanSearch(RunFolder.read(folder)).people(LOOKED_UP);
            System.out.printf(Locale.ROOT,
                    "  read and narrowed to one person, %s time: %.0f ms, %.0f of processor time, %d found%n",
                    turn, (System.nanoTime() - began) / 1e6, (cpu() - cpu) / 1e6, found.size());
        }
        long began = System.nanoTime();
        RunFolder.head(folder);
        System.out.printf(Locale.ROOT, "  head of the report alone: %.0f ms%n", (System.nanoTime() - began) / 1e6);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private RunReport run(RunRequest request, List<Contact> named, List<RenderedContact> held) {
        try (Run run = runs.begin(request)) {
            steps.guard(run,
                    List.of(new SourceContacts(SOURCE, named, List.of(), SourceCounts.NONE, List.of(), "")));
            JournalEntries entries = new JournalEntries();
            Totals totals = Totals.NONE;
            List<Target> targets = IntStream.range(0, mailboxes).mapToObj(PlanBenchmark::target).toList();
            entries.targets(run, targets);
            steps.recall(run);
            steps.keepContents(run);
            for (MailboxTask task : steps.tasks(run)) {
                MailboxTurn turn = runs.turn(task);
                entries.plan(planner.guard(planner.plan(turn, there(task.mailbox(), held))));
                MailboxResult result = new MailboxResult(task.mailbox(), MailboxResult.Status.DONE, "", Tally.NONE, 0);
                entries.end(turn, result);
                totals = totals.plus(result);
            }
            return steps.finish(run, totals);
        }
    }

    private static Target target(int number) {
        return new Target(id(number), null, "Elisabeth Bogdanovic " + number, "elisabeth.bogdanovic." + number
                + "@contoso.com");
    }

    /** Nobody holds their own card; ids and versions are as long as Graph's. */
    private static Iterator<CurrentContact> there(String mailbox, List<RenderedContact> held) {
        return held.stream().filter(contact -> !contact.key().id().equals(mailbox))
                .map(contact -> new CurrentContact("i".repeat(100) + contact.key().id(),
                "v".repeat(40), true, new HiddenKey("main", contact.key()), contact.hash())).iterator();
    }
}
