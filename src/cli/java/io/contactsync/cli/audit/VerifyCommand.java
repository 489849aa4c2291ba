package io.contactsync.cli.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.process.JsonLine;
import io.contactsync.cli.screen.Wrapped;
import io.contactsync.cli.words.Amounts;
import io.contactsync.cli.words.Bytes;
import io.contactsync.journal.AuditCheck;
import io.contactsync.run.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Whether the journals are what was written. */
@Command(name = "verify", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Says whether the journals are what the runs wrote.",
            "Each line hangs on the one before it, each journal on the one before it: whatever was changed, cut, put "
                    + "in or taken out is named with file and line. Exit code 1 if anything was.",
            "That all of it was not written anew, only a hash that was kept elsewhere shows: log and report of each "
                    + "run name its last one."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync audit verify",
            "  contact-sync audit verify --json",
            "",
            "Next: contact-sync state rebuild, if something is damaged"})
final class VerifyCommand implements Callable<Integer> {

    private static final int SHOWN = 10;

    @Option(names = "--json", description = "Prints one line of JSON and nothing else on standard output.")
    private boolean json;
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        AuditCheck.Verdict verdict = AuditCheck.of(Path.of(common.configuration().get("sync.data")));
        if (json) {
            System.out.println(JsonLine.of(json(verdict)));
        } else {
            lines(verdict).forEach(System.out::println);
        }
        return verdict.bad().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static List<String> lines(AuditCheck.Verdict verdict) {
        List<String> lines = new ArrayList<>();
        List<AuditCheck.Bad> bad = verdict.bad();
        if (!bad.isEmpty()) {
            lines.addAll(Wrapped.lines("not as it was written: " + bad.get(0).sentence(), ""));
            bad.stream().skip(1).limit(SHOWN).forEach(each -> lines.addAll(Wrapped.lines(each.sentence(), "  ")));
            lines.add(bad.size() > SHOWN + 1 ? "  … and " + Amounts.of(bad.size() - SHOWN - 1L, "more") : "");
        }
        lines.addAll(Wrapped.lines((bad.isEmpty() ? "as they were written: " : "read: ") + numbers(verdict), ""));
        verdict.notes().forEach(note -> lines.addAll(Wrapped.lines("note: " + note, "")));
        if (!verdict.hash().isEmpty()) {
            lines.add("last hash " + verdict.hash() + " of " + verdict.run());
            lines.addAll(Wrapped.lines("That all of it was not written anew, hashes included, this does not prove: "
                    + "compare a last hash with one that a log or a report kept elsewhere names.", ""));
        }
        return lines;
    }

    private static String numbers(AuditCheck.Verdict verdict) {
        return Amounts.of(verdict.journals(), "journal") + ", " + Amounts.of(verdict.lines(), "line") + ", "
                + Bytes.told(verdict.bytes()) + (verdict.old() == 0 ? "" : "; " + Amounts.of(verdict.old(), "journal")
                + " of older versions, without hashes: nothing but the sums of their lines was checked");
    }

    private static ObjectNode json(AuditCheck.Verdict verdict) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("sound", verdict.bad().isEmpty())
                .put("journals", verdict.journals()).put("lines", verdict.lines()).put("old", verdict.old())
                .put("bytes", verdict.bytes()).put("run", verdict.run()).put("hash", verdict.hash());
        verdict.bad().forEach(bad -> json.withArray("bad").addObject().put("run", bad.run())
                .put("sentence", bad.sentence()));
        verdict.notes().forEach(json.withArray("notes")::add);
        return json;
    }
}
