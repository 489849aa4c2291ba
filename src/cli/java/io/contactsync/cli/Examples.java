package io.contactsync.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

import java.util.List;
import java.util.Map;

/**
 * Two command lines for each command that do something sensible, and what to type after it; shown at the end of its
 * help.
 */
final class Examples {

    /** @param next what to do after it; empty if nothing follows */
    record Of(List<String> lines, String next) {

        static Of two(String first, String second, String next) {
            return new Of(List.of(first, second), next);
        }
    }

    private static final Map<String, Of> ALL = Map.ofEntries(
            Map.entry("sandbox",
                    Of.two("contact-sync sandbox", "contact-sync sandbox --serve --mailboxes 20", "contact-sync init")),
            Map.entry("probe",
                    Of.two("contact-sync probe --mailbox probe@contoso.com",
                            "contact-sync probe --mailbox probe@contoso.com --report probe.md",
                    "set the keys that the report names")),
            Map.entry("init", Of.two("contact-sync init", "contact-sync init --region DE", "contact-sync check")),
            Map.entry("check",
                    Of.two("contact-sync check", "contact-sync check --set targets.from=group", "contact-sync plan")),
            Map.entry("preview",
                    Of.two("contact-sync preview supplier-csv", "contact-sync preview supplier-csv --rows 5",
                    "name the source in sync.sources, then contact-sync plan")),
            Map.entry("plan",
                    Of.two("contact-sync plan", "contact-sync plan --json",
                            "contact-sync plan show, or contact-sync apply with the plan's id")),
            Map.entry("plan show",
                    Of.two("contact-sync plan show", "contact-sync plan show --person bob@contoso.com",
                            "contact-sync apply with the plan's id")),
            Map.entry("apply",
                    Of.two("contact-sync apply 20261125-180455-123-abcd",
                            "contact-sync apply 20261125-180455-123-abcd --yes", "contact-sync status")),
            Map.entry("sync",
                    Of.two("contact-sync sync", "contact-sync sync --dry-run",
                            "contact-sync holds if something waits, else contact-sync serve")),
            Map.entry("serve",
                    Of.two("contact-sync serve", "contact-sync serve --set management.port=9465",
                            "look at http://127.0.0.1:9464/")),
            Map.entry("holds",
                    Of.two("contact-sync holds", "contact-sync holds show 9009",
                            "contact-sync holds approve, or reject, with the id")),
            Map.entry("holds show",
                    Of.two("contact-sync holds show 9009", "contact-sync holds show 3f2a",
                            "contact-sync holds approve, or reject, with the id")),
            Map.entry("holds approve",
                    Of.two("contact-sync holds approve 9009", "contact-sync holds approve 3f2a", "contact-sync sync")),
            Map.entry("holds reject",
                    Of.two("contact-sync holds reject 9009", "contact-sync holds reject 3f2a",
                            "mend the source or the configuration")),
            Map.entry("explain",
                    Of.two("contact-sync explain bob@contoso.com",
                            "contact-sync explain bob@contoso.com anna@contoso.com", "what its last line says")),
            Map.entry("status", Of.two("contact-sync status", "contact-sync status --json", "contact-sync report")),
            Map.entry("report", Of.two("contact-sync report", "contact-sync report --open", "")),
            Map.entry("adopt",
                    Of.two("contact-sync adopt --instance former --dry-run",
                            "contact-sync adopt --instance former --yes", "contact-sync sync")),
            Map.entry("source",
                    Of.two("contact-sync source add acme --from csv",
                            "contact-sync source add partners --from graph-contacts", "contact-sync preview acme")),
            Map.entry("state",
                    Of.two("contact-sync state show", "contact-sync state forget supplier-csv", "contact-sync sync")),
            Map.entry("state show",
                    Of.two("contact-sync state show", "contact-sync state show --set sync.data=data", "")),
            Map.entry("state forget",
                    Of.two("contact-sync state forget supplier-csv", "contact-sync state forget graph-contacts",
                    "contact-sync sync; its first deletions wait for an approval")),
            Map.entry("state set-aside",
                    Of.two("contact-sync state set-aside 20261125-180455-123-abcd",
                            "contact-sync state set-aside 20261124-050000-000-0001",
                    "contact-sync sync, once the settle time is over")),
            Map.entry("completion", Of.two("contact-sync completion bash", "contact-sync completion zsh", "")),
            Map.entry("help", Of.two("contact-sync help sync", "contact-sync help state forget", "")));

    private Examples() {
    }

    /** The examples of a command by its words behind {@code contact-sync}; null if it has none. */
    static Of of(String command) {
        return ALL.get(command);
    }

    /** Shows them at the end of the help of each command below that one. */
    static void addTo(CommandLine command) {
        command.getSubcommands().values().forEach(below -> {
            CommandSpec spec = below.getCommandSpec();
            Of examples = of(name(spec));
            if (examples != null && spec.usageMessage().footer().length == 0) {
                spec.usageMessage().footerHeading("%nExamples:%n").footer(footer(examples));
            }
            addTo(below);
        });
    }

    /** The words behind {@code contact-sync}. */
    static String name(CommandSpec spec) {
        return spec.qualifiedName(" ").replaceFirst("^contact-sync ", "");
    }

    private static String[] footer(Of examples) {
        List<String> lines = new java.util.ArrayList<>(examples.lines().stream().map(line -> "  " + line).toList());
        if (!examples.next().isEmpty()) {
            lines.add("");
            lines.add("Next: " + examples.next());
        }
        return lines.toArray(String[]::new);
    }
}
