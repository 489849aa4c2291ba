package io.contactsync.cli.init;

import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.problem.Sentences;

import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/** Asks for one value after the other, until each is one that can be used. */
final class InitQuestions {

    private static final int ALL = 6;

    private final Answers answers;
    private final boolean forced;
    private int asked;

    /** @param forced whether a value counts although the tenant refuses it */
    InitQuestions(Answers answers, boolean forced) {
        this.answers = answers;
        this.forced = forced;
    }

    /** A value as somebody answered it or gave it as an option. */
    interface Use {
        /**
         * Takes it.
         *
         * @return what there is to say of it
         * @throws Exception in one sentence, if it cannot be used
         */
        String take(String value) throws Exception;
    }

    /**
     * One question.
     *
     * @param present what stands in the brackets, and is taken for an empty answer
     * @param given the option's value; null if there is none
     */
    void ask(String question, String present, String given, Use use) {
        asked++;
        String head = asked + "/" + ALL + "  ";
        if (given != null) {
            answers.say(head + question + ": as the option says");
            said(use, given);
            return;
        }
        String prompt = head + question + (present.isEmpty() ? "" : " [" + present + "]") + ": ";
        for (boolean taken = false; !taken;) {
            String answer = answers.ask(prompt);
            taken = isTaken(() -> use.take(answer.isEmpty() ? present : answer));
        }
    }

    private void said(Use use, String given) {
        try {
            tell(use.take(given));
        } catch (Exception refused) {
            throw new ConfigurationException("init: " + Sentences.of(refused) + "; nothing was written");
        }
    }

    private boolean isTaken(Callable<String> use) {
        try {
            tell(use.call());
            return true;
        } catch (Exception refused) {
            answers.say("     x  " + Sentences.of(refused));
            return false;
        }
    }

    private void tell(String sentence) {
        if (!sentence.isEmpty()) {
            answers.say("     ok " + sentence);
        }
    }

    /**
     * What the tenant says to a value; with force whatever it says is good enough.
     *
     * @param doing what is told meanwhile
     */
    String tried(String doing, Callable<String> trial) throws Exception {
        answers.wait("     " + doing + " …");
        try {
            return trial.call();
        } catch (Exception refused) {
            if (forced) {
                return "taken all the same (--force), though it failed: " + Sentences.of(refused);
            }
            throw refused;
        }
    }

    /** What is left once a mistake of form is out of the way. */
    static void require(boolean good, UnaryOperator<String> sentence, String found) {
        if (!good) {
            throw new ConfigurationException(sentence.apply(found));
        }
    }
}
