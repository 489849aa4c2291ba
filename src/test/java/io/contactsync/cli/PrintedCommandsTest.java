package io.contactsync.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tests make of commands that are printed. */
class PrintedCommandsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "apply this plan   contact-sync apply 2026 |apply 2026",
        "! x \u2192 contact-sync repair --mailbox a@b --person 'Ben Oz'|repair --mailbox a@b --person Ben Oz",
        "contact-sync check shows whether mailboxes can be read; the next run: contact-sync sync|check / sync",
        "contact-sync plan show --person 'Aderholt, Robert'|plan show --person Aderholt, Robert",
        "put it there, then 'contact-sync preview again'; add it|preview again",
        "look at it with 'contact-sync plan show 7', then add --yes|plan show 7",
        "contact-sync: nothing was taken over|''", "bin/contact-sync sync|''"})
    void whereACommandBeginsAndEnds(String line, String commands) {
        assertThat(String.join(" / ", PrintedCommands.in(line).stream().map(words -> String.join(" ", words)).toList()))
                .isEqualTo(commands.equals("''") ? "" : commands);
    }

    @ParameterizedTest
    @ValueSource(strings = {"and 40 more: contact-sync duplicates --csv", "contact-sync sandbox serve --mailboxes 20",
        "try: contact-sync plan shwo"})
    void whatIsNoCommandIsNoticed(String line) {
        assertThatThrownBy(() -> PrintedCommands.parse(line)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("contact-sync ");
    }

    /** Lines of examples, and what stands in a sentence as code. */
    @Test
    void documentsTellCommandsThatThereAre() throws IOException {
        Pattern told = Pattern.compile("(?m)^(?:bin/)?(contact-sync [a-z].*)$|`\\+?(contact-sync [a-z][^`+]*)\\+?`");
        try (Stream<Path> pages = Files.list(Path.of("src/main/docs"))) {
            for (Path page : pages.filter(each -> each.toString().endsWith(".adoc")).toList()) {
                String text = Files.readString(page).replaceAll(" \\\\\n +", " ");
                told.matcher(text).results().map(found -> found.group(1) != null ? found.group(1)
                                : found.group(2).replaceAll("\\s+", " "))
                        .filter(command -> !command.contains("["))
                        .filter(command -> command.contains(" -") || PrintedCommands.in(command).get(0).size() > 2)
                        .forEach(command -> PrintedCommands.parse(command.replaceAll("[A-Z]{3,}", "x")));
            }
        }
    }

    @Test
    void onlyWhatIsCompleteIsShown() {
        assertThat(PrintedCommands.shows("contact-sync plan show --person 'A B'\ncontact-sync plan show <plan>\n"
                + "contact-sync sync")).containsExactly(List.of("plan", "show", "--person", "A B"));
    }
}
