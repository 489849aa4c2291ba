package io.contactsync.cli.hold;

import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.Schedule;
import io.contactsync.cli.configuration.SharedFolder;
import io.contactsync.cli.process.Operator;
import io.contactsync.cli.screen.HoldScreen;
import io.contactsync.cli.screen.HoldText;
import io.contactsync.cli.screen.HoldsScreen;
import io.contactsync.journal.KnownHold;
import io.contactsync.journal.RunLock;
import io.contactsync.run.Holds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What waits for a person, and the decision about it. */
@Command(name = "holds", mixinStandardHelpOptions = true, subcommandsRepeatable = false,
        description = {"Lists what waits for a person: what, with what effect, for how long, and what was decided.",
            "A hold ends when it is approved and carried out, or by itself when a run no longer finds it."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync holds", "  contact-sync holds approve 9009"},
        subcommands = {HoldsCommand.Show.class, HoldsCommand.Approve.class, HoldsCommand.Reject.class})
public final class HoldsCommand implements Runnable {

    @Option(names = "--json", description = "Prints one line of JSON.")
    private boolean json;
    @Mixin
    private CommonOptions common;

    @Override
    public void run() {
        List<KnownHold> all = holds(common).all();
        HoldsScreen screen = new HoldsScreen(all, Instant.now(), Schedule.times(common.configuration()));
        say(json ? List.of(HoldJson.line(all)) : Ansi.AUTO.enabled() ? screen.lines() : screen.piped());
    }

    private static Holds holds(CommonOptions common) {
        return new Holds(Path.of(common.configuration().get("sync.data")));
    }

    private static void say(List<String> lines) {
        lines.forEach(System.out::println);
    }

    /** What concerns one hold. */
    abstract static class OfOne implements Runnable {

        @Parameters(paramLabel = "<id>", description = "The hold's id, or its beginning of at least 4 characters.")
        private String id;
        @Mixin
        private CommonOptions common;

        final Configuration configuration() {
            return common.configuration();
        }

        final Holds all() {
            return holds(common);
        }

        final KnownHold hold() {
            return all().get(id);
        }

        final KnownHold decide(KnownHold.Word word) {
            return SharedFolder.decided(configuration(),
                    () -> all().decide(id, word, Operator.name(), Instant.now()));
        }
    }

    /** One hold. */
    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a hold: who, why, with what effect.",
            footerHeading = "%nExamples:%n", footer = {"  contact-sync holds show 9009",
                    "  contact-sync holds show 9009 --json"})
    static final class Show extends OfOne {

        @Option(names = "--json", description = "Prints one line of JSON.")
        private boolean json;

        @Override
        public void run() {
            KnownHold hold = hold();
            String shortest = hold.id().substring(0, Holds.distinct(all().all()));
            HoldScreen screen = new HoldScreen(hold, shortest, Instant.now(), Schedule.times(configuration()));
            say(json ? List.of(HoldJson.line(hold)) : Ansi.AUTO.enabled() ? screen.lines() : screen.piped());
        }
    }

    /** Lets a hold through. */
    @Command(name = "approve", mixinStandardHelpOptions = true,
            description = {"Lets exactly what is held through: the next run carries it out, be it of sync or of serve.",
                "What differs by then gets another id and waits again."},
            footerHeading = "%nExamples:%n", footer = {"  contact-sync holds approve 9009",
                    "  contact-sync holds approve 9009a1b2c3d4"})
    static final class Approve extends OfOne {

        @Override
        public void run() {
            KnownHold hold = decide(KnownHold.Word.APPROVED);
            System.out.println("approved: " + hold.sentence());
            System.out.println("the next run carries it out; now: contact-sync sync");
        }
    }

    /** Keeps a hold. */
    @Command(name = "reject", mixinStandardHelpOptions = true,
            description = {
                    "Keeps a hold held, and it is not asked about again: runs end with exit code 3 instead of 4.",
                    "It can be approved later."},
            footerHeading = "%nExamples:%n", footer = {"  contact-sync holds reject 9009",
                    "  contact-sync holds approve 9009   (after all)"})
    static final class Reject extends OfOne {

        @Override
        public void run() {
            boolean approved = SharedFolder.decided(configuration(), this::hold).isApproved();
            KnownHold hold = decide(KnownHold.Word.REJECTED);
            System.out.println("rejected: " + hold.sentence());
            if (hold.kind().isOfEverything()) {
                System.out.println(HoldText.stopped(hold));
            }
            System.out.println(stays(approved, RunLock.isTaken(Path.of(configuration().get("sync.data"))))
                    + "; after all: contact-sync holds approve " + hold.id());
        }

        /** A run heeds what was decided when it began: so a plan and its run agree, and no mailbox is left half-way. */
        private static String stays(boolean approved, boolean running) {
            if (!running) {
                return "it stays held and is not asked about again";
            }
            return (approved
                    ? "a run that began with the approval is under way and may carry it out; stop it with Ctrl-C"
                    : "a run is under way, and if it began with --approve of this it may carry it out; stop it with "
                            + "Ctrl-C")
                    + "\nfrom the next run on it stays held and is not asked about again";
        }
    }
}
