package io.contactsync.core;

import java.util.Arrays;
import java.util.Locale;

/** What becomes of managed fields that somebody else has changed in a mailbox. */
public enum DriftPolicy {
    /** They become again what the source says. */
    RESTORE,
    /** They stay, and are told. */
    REPORT,
    /** They stay until the source itself changes that field. */
    RESPECT;

    /**
     * By its word in the configuration.
     *
     * @throws IllegalArgumentException a sentence that names the key
     */
    public static DriftPolicy of(String word) {
        return Arrays.stream(values()).filter(policy -> policy.word().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "drift.policy must be restore, report or respect - was '" + word + "'"));
    }

    /** Its word in the configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
