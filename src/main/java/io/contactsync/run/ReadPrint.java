package io.contactsync.run;

import io.contactsync.contact.RenderedContact;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What decides how anything was read, whatever it is: where either differs, what was remembered of a reading is not
 * trusted any more.
 *
 * @param program its version
 * @param configuration its fingerprint
 */
record ReadPrint(String program, String configuration) {

    /** Of this program with that configuration. */
    static ReadPrint of(Fingerprint configuration) {
        return new ReadPrint(ProgramVersion.text(), configuration.whole());
    }

    /** With all else that decides it: a hash of a few characters. */
    String with(String more) {
        return Fingerprint.hash((program + '\n' + configuration + '\n' + more).getBytes(StandardCharsets.UTF_8));
    }

    /** With that and those contacts, in any order. */
    String with(String more, Collection<RenderedContact> contacts) {
        return with(more + '\n' + contacts.stream().map(contact -> contact.key().text() + ' ' + contact.hash()).sorted()
                .collect(Collectors.joining("\n")));
    }
}
