package io.contactsync.cli.sync;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.contact.FormerMarks;
import io.contactsync.core.ShellWord;
import picocli.CommandLine.Option;

/** The marks of a former tool, and the mailboxes in which it is looked for. */
final class FormerOptions {

    @Option(names = "--category", paramLabel = "<name>", description = "Contacts of that category, such as "
            + "Administrator.")
    private String category = "";
    @Option(names = "--folder", paramLabel = "<name>", description = "Contacts in the contact folder of that name, "
            + "wherever it lies.")
    private String folder = "";
    @Option(names = "--pattern", paramLabel = "<property=text>", description = "Contacts with such a text in that "
            + "property of Graph's, * for anything and ? for one character: personalNotes=*by HR*. Of every contact "
            + "of a mailbox that one property is read.")
    private String pattern = "";
    @Option(names = "--mailbox", paramLabel = "<mailbox>", description = "In that mailbox only: its owner's address, "
            + "name or object id; may be given several times.")
    private Set<String> mailboxes = new LinkedHashSet<>();

    /** Whether any is given. */
    boolean isAny() {
        return !(category.isBlank() && folder.isBlank() && pattern.isBlank());
    }

    /** What the owners of the mailboxes are called; empty for all. */
    Set<String> mailboxes() {
        return mailboxes;
    }

    /**
     * They.
     *
     * @throws ConfigurationException if none is given, or a pattern is none
     */
    FormerMarks marks() {
        int equals = pattern.indexOf('=');
        if (!pattern.isEmpty() && equals < 1) {
            throw new ConfigurationException("--pattern must be property=text, such as personalNotes=*by HR* - was '"
                    + pattern + "'");
        }
        if (!isAny()) {
            throw new ConfigurationException("say by what the contacts of the former tool are told: --category, "
                    + "--folder or --pattern; all others are private and are not read");
        }
        try {
            return new FormerMarks(category.strip(), folder.strip(),
                    pattern.isEmpty() ? "" : pattern.substring(0, equals).strip(), pattern.substring(equals + 1));
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException(wrong.getMessage());
        }
    }

    /** As they are typed. */
    String typed() {
        return Stream.concat(Stream.of(typed("--category", category), typed("--folder", folder),
                typed("--pattern", pattern)), mailboxes.stream().map(each -> typed("--mailbox", each)))
                .filter(each -> !each.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String typed(String option, String value) {
        return value.isBlank() ? "" : option + " " + ShellWord.of(value);
    }
}
