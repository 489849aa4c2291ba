package io.contactsync.run;

import io.contactsync.journal.RefusedContact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run says of contacts that Graph refuses.
 *
 * @param contacts those that are skipped as they are now
 */
record RefusedNote(List<RefusedContact> contacts) {

    private static final int NAMED = 5;

    /** By name, for the screen of the one who asked; none if there are none. */
    Optional<String> sentence() {
        String first = contacts.stream().limit(NAMED).map(one -> "\"" + one.name() + "\"")
                .collect(Collectors.joining(", "));
        String more = contacts.size() > NAMED ? " and " + (contacts.size() - NAMED) + " more" : "";
        return contacts.isEmpty() ? Optional.empty()
                : Optional.of(first + more + (contacts.size() == 1 ? " was refused: " : " were refused: ") + skipped()
                        + "; contact-sync status names them, contact-sync release tries again");
    }

    /** Without names; none if there are none. */
    Optional<String> safe() {
        return contacts.isEmpty() ? Optional.empty() : Optional.of("refused: " + skipped());
    }

    private String skipped() {
        String codes = contacts.stream().map(RefusedContact::code).distinct().sorted().limit(NAMED)
                .collect(Collectors.joining(", "));
        return codes + ". " + (contacts.size() == 1 ? "1 contact is skipped until it changes"
                : contacts.size() + " contacts are skipped until they change");
    }
}
