package io.contactsync.run;

import java.util.List;

/**
 * Which mailboxes a run goes to.
 *
 * @param run whose
 * @param targets those of whose owners the directory has told
 * @param others object ids of those whose owners it is still to be asked about
 */
public record MailboxChoice(Run run, List<Target> targets, List<String> others) {

    public MailboxChoice {
        targets = List.copyOf(targets);
        others = List.copyOf(others);
    }
}
