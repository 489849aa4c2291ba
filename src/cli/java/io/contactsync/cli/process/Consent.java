package io.contactsync.cli.process;

import io.contactsync.cli.configuration.ConfigurationException;

import java.io.Console;
import java.util.Locale;
import java.util.function.Predicate;

/** A person's word before something is done that cannot be taken back at once. */
public final class Consent {

    private Consent() {
    }

    /**
     * Asks a question that yes answers.
     *
     * @param unasked what is said where there is nobody to ask
     * @throws ConfigurationException if the answer is another
     */
    public static void yes(String unasked, String question) {
        require(unasked, question + "? [y/N] ", answer -> answer.toLowerCase(Locale.ROOT).matches("y|yes"));
    }

    /**
     * Asks for it.
     *
     * @param unasked what is said where there is nobody to ask
     * @param isGiven whether an answer means it
     * @throws ConfigurationException if it is not given
     */
    public static void require(String unasked, String question, Predicate<String> isGiven) {
        Console console = System.console();
        if (console == null) {
            throw new ConfigurationException(unasked);
        }
        String answer = console.readLine("%s", question);
        if (answer == null || !isGiven.test(answer.strip())) {
            throw new ConfigurationException("nothing was done");
        }
    }
}
