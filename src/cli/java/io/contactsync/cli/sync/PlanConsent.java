package io.contactsync.cli.sync;

import io.contactsync.cli.process.Consent;
import io.contactsync.cli.words.Amounts;
import io.contactsync.run.StoredPlan;

import java.util.function.Predicate;

/** A person's word before a plan is carried out that they have seen. */
public final class PlanConsent {

    private PlanConsent() {
    }

    /** How much it changes, as questions say it. */
    public static String amount(StoredPlan plan) {
        return Amounts.changes(plan.size()) + " in " + Amounts.mailboxes(plan.reached());
    }

    /**
     * Asks a question that yes answers.
     *
     * @param command as it is called: where there is nobody to ask, the sentence names it
     * @throws io.contactsync.cli.configuration.ConfigurationException if the word is not given
     */
    public static void require(StoredPlan plan, String command, String question) {
        Consent.yes(unasked(plan, command), question);
    }

    /**
     * Asks one that takes another word.
     *
     * @param isGiven whether an answer means it
     */
    public static void require(StoredPlan plan, String command, String question, Predicate<String> isGiven) {
        Consent.require(unasked(plan, command), question, isGiven);
    }

    private static String unasked(StoredPlan plan, String command) {
        return command + " makes " + amount(plan) + " and there is nobody to ask: look at it with 'contact-sync plan "
                + "show " + plan.head().id() + "', then add --yes";
    }
}
