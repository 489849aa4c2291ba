package io.contactsync.run.explain;

import java.util.Map;

/**
 * All that is known of one person in all mailboxes, by the last readings and the journals; no mailbox is looked at.
 *
 * @param who the person
 * @param account what the directory says of them
 * @param reading of their source
 * @param run the latest run; null if there was none
 * @param histories of their contact, by mailbox
 * @param rules of this installation
 * @param remembered whether the latest run that went through wanted this contact in mailboxes
 * @param names what people call the owners of mailboxes, by object id
 * @param refused Graph's status and code, if it refuses the person's contact as it is now; else empty
 * @param typed what to type so that nobody else is meant
 */
public record PersonFacts(Someone who, Account account, PairFacts.ReadingState reading, LatestRun run,
        Map<String, History> histories, PairFacts.Rules rules, boolean remembered, Map<String, String> names,
        String refused, String typed) {

    public PersonFacts {
        histories = Map.copyOf(histories);
        names = Map.copyOf(names);
    }
}
