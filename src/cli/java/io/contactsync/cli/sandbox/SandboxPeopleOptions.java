package io.contactsync.cli.sandbox;

import io.contactsync.sandbox.people.Population;
import io.contactsync.sandbox.people.card.Room;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options that say who is in the sandbox's tenant. */
final class SandboxPeopleOptions {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})\\s*[xX*\u00D7]\\s*(\\d{1,6})");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;
    @Option(names = "--people", paramLabel = "<path>", description = "Employees out of a CSV file, or a folder of "
            + "vCards, instead of the congress; all that are active and licensed are targets.")
    private Path people;
    @Option(names = "--central", paramLabel = "<path>", description = "Contacts of the central mailbox out of a CSV "
            + "file, or a folder of vCards.")
    private Path central;
    @Option(names = "--size", paramLabel = "<MxN>", description = "Generates M employees instead, with N contacts of "
            + "their own in each mailbox, in the names and scripts of many countries.")
    private String size;
    @Option(names = "--seed", paramLabel = "<n>", description = "With --size: another number, other people (default: "
            + "1).")
    private Long seed;

    @Option(names = "--former-tool", paramLabel = "<n>", description = "A tool that synchronised before has left n "
            + "contacts of employees in each target mailbox, in the category Administrator.")
    private Integer formerTool;

    /**
     * The people that the options ask for.
     *
     * @param notes told, in sentences, what is ignored, cut or left out of files
     * @throws IllegalArgumentException in one sentence, if options contradict each other or a file is not usable
     */
    Population people(Consumer<String> notes) {
        refuseContradictions();
        Population chosen = Population.shipped();
        if (size != null) {
            chosen = generated(chosen);
        }
        if (people != null) {
            chosen = chosen.withEmployees(people, notes);
        }
        if (central != null) {
            chosen = chosen.withCentral(central, notes);
        }
        require(formerTool == null || formerTool >= 1 && formerTool <= 5_000,
                "--former-tool must be 1 to 5000 contacts - was '" + formerTool + "'");
        return formerTool == null ? chosen : chosen.withFormerTool(formerTool);
    }

    /** Whether the employees are the shipped ones. */
    boolean congress() {
        return people == null && size == null;
    }

    private void refuseContradictions() {
        require(people == null || size == null,
                "--people and --size both say who the employees are - allowed is one of them");
        require(seed == null || size != null, "--seed is for --size, which was not given");
        require(congress() || !given("--mailboxes"),
                "--mailboxes is for the congress - with --people and --size all employees are targets");
        require(central == null || !given("--contacts"),
                "--contacts and --central both say what is in the central mailbox - allowed is one of them");
    }

    private boolean given(String option) {
        return command.commandLine().getParseResult().hasMatchedOption(option);
    }

    private Population generated(Population chosen) {
        Matcher parts = SIZE.matcher(size.strip());
        require(parts.matches(),
                "--size must be employees x contacts, such as 5000x1000, of at most six digits each - was '" + size
                        + "'");
        int mailboxes = Integer.parseInt(parts.group(1));
        int contacts = Integer.parseInt(parts.group(2));
        require(mailboxes >= 1, "--size must begin with 1 employee or more - was '" + size + "'");
        Room.require("--size " + size, mailboxes, 0, (long) mailboxes * contacts);
        return chosen.withGenerated(mailboxes, contacts, seed == null ? Population.SEED : seed);
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
