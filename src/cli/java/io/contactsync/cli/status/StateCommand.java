package io.contactsync.cli.status;

import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.journal.DamagedStateException;
import io.contactsync.journal.DataPlaces;
import io.contactsync.journal.JournalArchive;
import io.contactsync.journal.RunLock;
import io.contactsync.journal.SourceMemory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** What the data folder remembers between runs: shows it, and takes out what is damaged. */
@Command(name = "state", mixinStandardHelpOptions = true,
        description = "Shows what is remembered between runs, and takes out what is damaged.",
        subcommands = {StateCommand.Show.class, StateCommand.Forget.class, StateCommand.SetAside.class},
        subcommandsRepeatable = false,
        footerHeading = "%nExamples:%n", footer = {"  contact-sync state show",
            "  contact-sync state forget supplier-csv",
            "",
            "Next: contact-sync sync"})
public final class StateCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: show, forget <source> or set-aside <run>");
    }

    private static Path data(CommonOptions common) {
        return Path.of(common.configuration().get("sync.data"));
    }

    private static SourceMemory memory(Path data) {
        return new SourceMemory(new DataPlaces(data).sources());
    }

    private static String named(List<String> names) {
        return names.isEmpty() ? "there is none" : String.join(", ", names);
    }

    /** The sources. */
    @Command(name = "show", mixinStandardHelpOptions = true,
            description = "Shows the sources that are remembered: contacts, and when they were read last.",
            footerHeading = "%nExamples:%n", footer = {"  contact-sync state show",
                "  contact-sync state show --set sync.data=data"})
    static final class Show implements Runnable {

        @Mixin
        private CommonOptions common;

        @Override
        public void run() {
            Path data = data(common);
            SourceMemory memory = memory(data);
            System.out.println("data folder " + data.toAbsolutePath());
            if (memory.sources().isEmpty()) {
                System.out.println("no source is remembered");
            }
            memory.sources().forEach(source -> System.out.println(line(memory, source)));
        }

        private static String line(SourceMemory memory, String source) {
            try {
                return String.format(Locale.ROOT, "%-30s %,7d contacts  read %s", source, memory.read(source).size(),
                        memory.writtenAt(source).truncatedTo(ChronoUnit.SECONDS));
            } catch (DamagedStateException damaged) {
                return String.format(Locale.ROOT, "%-30s damaged: %s", source, damaged.getMessage());
            }
        }
    }

    /** Forgets a source. */
    @Command(name = "forget", mixinStandardHelpOptions = true,
            description = {"Forgets what a source named last, as if it had never been read.",
                "Its next deletions wait for an approval."},
            footerHeading = "%nExamples:%n", footer = {"  contact-sync state forget supplier-csv",
                "  contact-sync state forget graph-contacts",
                "",
                "Next: contact-sync sync; its first deletions wait for an approval"})
    static final class Forget implements Runnable {

        @Parameters(paramLabel = "<source>", description = "The source's name, as 'state show' lists it.")
        private String source;
        @Mixin
        private CommonOptions common;

        @Override
        public void run() {
            Path data = data(common);
            List<String> known = memory(data).sources();
            if (!known.contains(source)) {
                throw new ConfigurationException(
                        "no source '" + source + "' is remembered - remembered are: " + named(known));
            }
            try (RunLock lock = RunLock.take(data)) {
                lock.check();
                memory(data).forget(source);
            }
            System.out.println(
                    source + " is forgotten: it counts as never read, and its next deletions wait for an approval");
        }
    }

    /** Sets a journal aside. */
    @Command(name = "set-aside", mixinStandardHelpOptions = true,
            description = {"Moves a damaged journal out of the way.",
                "What it knew of contacts that are not listed yet is lost with it: so for a settle time from the next "
                        + "run on nothing is created."},
            footerHeading = "%nExamples:%n", footer = {"  contact-sync state set-aside 20261125-180455-123-abcd",
                "  contact-sync state set-aside 20261124-050000-000-0001",
                "",
                "Next: contact-sync sync, once the settle time is over"})
    static final class SetAside implements Runnable {

        @Parameters(paramLabel = "<run>", description = "The run's id, as the sentence about the damage names it.")
        private String id;
        @Mixin
        private CommonOptions common;

        @Override
        public void run() {
            Path data = data(common);
            JournalArchive archive = new JournalArchive(data);
            if (!archive.runs().contains(id)) {
                throw new ConfigurationException("there is no run '" + id + "' in " + new DataPlaces(data).runs()
                        + " - the latest are: " + named(archive.latest(5)));
            }
            try (RunLock lock = RunLock.take(data)) {
                lock.check();
                Path aside = archive.setAside(id);
                System.out.println("the journal is now in " + aside
                        + ": for sync.settle-minutes from the next run on nothing is created,"
                        + " updates and deletions go on; then all is as before");
            }
        }
    }
}
