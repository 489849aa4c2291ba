package io.contactsync.run;

import java.time.Instant;
import java.util.List;

/**
 * A hold with all that a person needs to decide: who, why, with what effect, for how long.
 *
 * @param id what {@code holds approve} takes; made of exactly what is held
 * @param kind {@code vanished} (people of a source), {@code changed} (a source), {@code deletes} (in mailboxes) or {@code forgotten} (a renamed source)
 * @param sentence who or what, how many of how many, over which limit
 * @param names display names of those concerned, the first ones
 * @param people how many are concerned in all
 * @param settings keys of the configuration, and files, that changed since the last accepted run; empty if none did, or if that is not known
 * @param changes how many changes wait
 * @param mailboxes in how many mailboxes; 0 if the whole run waits
 * @param everything whether the whole run waits
 * @param since when a run first held it
 * @param run the latest run that held it
 * @param decision {@code waiting}, {@code approved} or {@code rejected}
 */
public record OpenHold(String id, String kind, String sentence, List<String> names, int people, List<String> settings, long changes, int mailboxes,
        boolean everything, Instant since, String run, String decision) {

    public OpenHold {
        names = List.copyOf(names);
        settings = List.copyOf(settings);
    }
}
