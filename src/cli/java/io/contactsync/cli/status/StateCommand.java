package io.contactsync.cli.status;

import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.configuration.SharedFolder;
import io.contactsync.cli.process.Operator;
import io.contactsync.cli.screen.Wrapped;
import io.contactsync.cli.words.Amounts;
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
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** What the data folder remembers between runs: shows it, and takes out what is damaged. */
@Command(name = "state", mixinStandardHelpOptions = true,
        description = "Shows what is remembered between runs, and takes out what is damaged.",
        subcommands = {StateCommand.Show.class, StateCommand.Forget.class, StateCommand.Rebuild.class},
        subcommandsRepeatable = false,
        footerHeading = "%nExamples:%n", footer = {"  contact-sync state show",
            "  contact-sync state rebuild",
            "",
            "Next: contact-sync sync"})
public final class StateCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: show, forget <source> or rebuild");
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
            try (RunLock lock = SharedFolder.take(common.configuration())) {
                lock.check();
                memory(data).forget(source);
            }
            System.out.println(
                    source + " is forgotten: it counts as never read, and its next deletions wait for an approval");
        }
    }

    /** Goes on without what is damaged. */
    @Command(name = "rebuild", mixinStandardHelpOptions = true,
            description = {"Rebuilds what is remembered from what is left, and sets damaged journals aside.",
                "What they knew of contacts that are not listed yet is lost with them: so for a settle time from the "
                        + "next run on nothing is created. A damaged source counts as never read: its next deletions "
                        + "wait for an approval.",
                "Nothing is written into mailboxes. What is sound stays as it is."},
            footerHeading = "%nExamples:%n", footer = {"  contact-sync state rebuild",
                "  contact-sync state rebuild --config config/application.properties",
                "",
                "Next: contact-sync audit verify, then contact-sync sync"})
    static final class Rebuild implements Runnable {

        @Mixin
        private CommonOptions common;

        @Override
        public void run() {
            Path data = data(common);
            Duration settle = Duration.ofMinutes(common.configuration().number("sync.settle-minutes", 1,
                    Integer.MAX_VALUE));
            try (RunLock lock = SharedFolder.take(common.configuration())) {
                lock.check();
                List<JournalArchive.Aside> aside = new JournalArchive(data).rebuild(Operator.name(),
                        Clock.systemUTC(), settle);
                aside.forEach(each -> say(each.why() + (each.to() == null ? "" : ": it is now in " + each.to())));
                List<String> forgotten = forgetDamaged(memory(data));
                forgotten.forEach(source -> say("the source " + source
                        + " was damaged: it counts as never read, and its next deletions wait for an approval"));
                say(aside.isEmpty() && forgotten.isEmpty() ? "nothing is damaged: nothing was done"
                        : next(aside.size(), settle));
            }
        }

        private static void say(String sentence) {
            Wrapped.lines(sentence, "  ").forEach(System.out::println);
        }

        private static String next(int aside, Duration settle) {
            return aside == 0 ? "the next run goes on with the rest"
                    : Amounts.of(aside, "journal") + " set aside: for " + Amounts.of((int) settle.toMinutes(), "minute")
                    + " from the next run on nothing is created, updates and deletions go on; then all is as before";
        }

        private static List<String> forgetDamaged(SourceMemory memory) {
            List<String> damaged = memory.sources().stream().filter(source -> isDamaged(memory, source)).toList();
            damaged.forEach(memory::forget);
            return damaged;
        }

        private static boolean isDamaged(SourceMemory memory, String source) {
            try {
                memory.read(source);
                return false;
            } catch (DamagedStateException damaged) {
                return true;
            }
        }
    }
}
