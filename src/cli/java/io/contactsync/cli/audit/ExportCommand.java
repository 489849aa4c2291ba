package io.contactsync.cli.audit;

import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.process.PrintableStream;
import io.contactsync.cli.words.Amounts;
import io.contactsync.journal.PrivateFiles;
import io.contactsync.run.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** The journals, as somebody else's program reads them. */
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Hands the journals over: all lines, or those of a person, a mailbox, a time.",
            "CSV holds no formula, whatever a name begins with. JSON is one object a line, each as it stands in the "
                    + "journal, with the journal's id before it.",
            "Exit code 3 if a journal is damaged: what stands before the damage is there."},
        footerHeading = "%nExamples:%n", footer = {
            "  contact-sync audit export --csv --person bob@contoso.com > bob.csv",
            "  contact-sync audit export --json --mailbox anna@contoso.com --from 2026-11-01",
            "",
            "Times are UTC: 2026-11-01 or 2026-11-01T05:00:00Z. A day of --to is included."})
final class ExportCommand implements Callable<Integer> {

    @Option(names = "--csv", description = "As CSV, with a line of titles.")
    private boolean csv;
    @Option(names = "--json", description = "As JSON, one object a line.")
    private boolean json;
    @Option(names = "--person", paramLabel = "<person>",
            description = "Only this person: a name or a part of it, an address, an object id, or a key.")
    private String person;
    @Option(names = "--mailbox", paramLabel = "<mailbox>",
            description = "Only this mailbox: its owner's address, name or object id.")
    private String mailbox;
    @Option(names = "--from", paramLabel = "<time>", description = "Only what was written from then on.")
    private String from;
    @Option(names = "--to", paramLabel = "<time>", description = "Only what was written before.")
    private String to;
    @Option(names = "--output", paramLabel = "<file>",
            description = "Writes this file, readable by its owner only, and not standard output.")
    private Path output;
    @Mixin
    private CommonOptions common;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (csv == json) {
            throw new ParameterException(spec.commandLine(), "say how: either --csv or --json");
        }
        Configuration configuration = common.configuration();
        AuditChoice choice = new AuditChoice(Path.of(configuration.get("sync.data"))).from(from).to(to);
        if (person != null || mailbox != null) {
            AuditWho who = new AuditWho(configuration);
            choice.of(person == null ? null : who.person(person).key(), mailbox == null ? null
                    : who.mailbox(mailbox));
        }
        List<String> damage = new ArrayList<>();
        long lines = write(choice, damage);
        if (output != null) {
            System.err.println("contact-sync: " + Amounts.of(lines, "line") + " in " + output);
        }
        damage.forEach(sentence -> System.err.println("contact-sync: left out from there on: " + sentence));
        return damage.isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
    }

    private long write(AuditChoice choice, List<String> damage) {
        long[] lines = new long[1];
        try {
            if (output == null) {
                OutputStream out = new BufferedOutputStream(PrintableStream.raw(System.out), 65_536);
                lines[0] = write(choice, damage, out);
                out.flush();
            } else {
                PrivateFiles.replace(output.toAbsolutePath(), out -> lines[0] = write(choice, damage, out));
            }
            return lines[0];
        } catch (IOException unwritable) {
            throw new ConfigurationException("--output: '" + output + "' cannot be written ("
                    + unwritable.getMessage() + ")");
        }
    }

    private long write(AuditChoice choice, List<String> damage, OutputStream out) throws IOException {
        AuditLines lines = csv ? new AuditCsv(out) : AuditLines.json(out);
        try {
            damage.addAll(choice.each(lines::line));
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
        lines.end();
        return lines.count();
    }
}
