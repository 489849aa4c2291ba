package io.contactsync.cli.init;

import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.screen.Wrapped;
import picocli.CommandLine.Help.Ansi;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Questions to whoever sits before the terminal, or to the lines of a file that was piped in. */
final class Answers {

    private final BufferedReader in;
    private final PrintStream out;
    private boolean waited;

    Answers(PrintStream out) {
        this.in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        this.out = out;
    }

    /**
     * One answer, without spaces around; empty for what stands in the brackets.
     *
     * @throws ConfigurationException if there are no more
     */
    String ask(String question) {
        try {
            forgetWhatWasTyped();
            out.print(question);
            out.flush();
            String line = in.readLine();
            if (line == null) {
                out.println();
                throw new ConfigurationException("init: no answer to '" + question.strip()
                        .replaceFirst("(?s) *\\[.*|:$", "") + "', so nothing was written"
                        + " - answer every question, or give its value as an option, see 'contact-sync init --help'");
            }
            return line.strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What somebody typed while they had to wait answers no question that they had seen. */
    private void forgetWhatWasTyped() throws IOException {
        while (waited && System.console() != null && in.ready()) {
            in.read();
        }
        waited = false;
    }

    /** Says what takes a while. */
    void wait(String sentence) {
        waited = true;
        out.println(sentence);
    }

    /** An answer that is not shown; empty where there is no terminal to hide it on. */
    static String secret(String question) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", question);
        return typed == null ? "" : new String(typed).strip();
    }

    void say(String sentence) {
        (Ansi.AUTO.enabled() ? Wrapped.lines(sentence, "        ") : List.of(sentence)).forEach(out::println);
    }
}
