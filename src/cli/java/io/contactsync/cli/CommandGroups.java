package io.contactsync.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.UsageMessageSpec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The list of commands in the help, in the order in which people need them. */
final class CommandGroups {

    private static final Map<String, List<String>> GROUPS = groups();
    private static final int NAME = 14;

    private CommandGroups() {
    }

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("Try it:", List.of("sandbox"));
        groups.put("Set it up:", List.of("init", "check", "preview", "source", "probe"));
        groups.put("Run it:", List.of("plan", "apply", "sync", "serve", "worker"));
        groups.put("Put right:", List.of("repair", "undo", "duplicates", "adopt", "remove"));
        groups.put("Look:", List.of("status", "report", "explain", "audit"));
        groups.put("Decide:", List.of("holds", "release", "state"));
        groups.put("Help:", List.of("help", "completion"));
        return groups;
    }

    /** Commands that stand in a group. */
    static List<String> known() {
        return GROUPS.values().stream().flatMap(List::stream).toList();
    }

    /** From now on that command's help lists its commands by group. */
    static void on(CommandLine command) {
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandGroups::list);
    }

    private static String list(Help help) {
        StringBuilder list = new StringBuilder();
        Map<String, Help> commands = help.subcommands();
        GROUPS.forEach((heading, names) -> section(list, help, heading,
                names.stream().filter(commands::containsKey).toList()));
        List<String> others = new ArrayList<>(commands.keySet());
        others.removeAll(known());
        section(list, help, "Others:", others);
        return list.toString();
    }

    private static void section(StringBuilder list, Help help, String heading, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        int width = help.commandSpec().usageMessage().width();
        TextTable table = TextTable.forColumns(help.colorScheme(), new Column(NAME, 2, Column.Overflow.SPAN),
                new Column(width - NAME, 2, Column.Overflow.WRAP));
        for (String name : names) {
            String[] description = help.subcommands().get(name).commandSpec().usageMessage().description();
            table.addRowValues(name, description.length == 0 ? "" : description[0]);
        }
        list.append(String.format(Locale.ROOT, "%n")).append(help.createHeading(heading + "%n")).append(table);
    }
}
