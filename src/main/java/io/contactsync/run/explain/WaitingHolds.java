package io.contactsync.run.explain;

import io.contactsync.core.Hold;
import io.contactsync.journal.DamagedStateException;
import io.contactsync.journal.KnownHold;
import io.contactsync.run.Holds;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What waits for a person, as {@code holds} knows it: only its ids can be shown and approved.
 *
 * @param holds all of it
 */
public record WaitingHolds(List<KnownHold> holds) {

    /** Nothing. */
    public static final WaitingHolds NOTHING = new WaitingHolds(List.of());

    public WaitingHolds {
        holds = List.copyOf(holds);
    }

    /** Of that data folder; what is damaged is told, and nothing known. */
    static WaitingHolds of(Path data, Consumer<String> damage) {
        try {
            return new WaitingHolds(new Holds(data).all());
        } catch (DamagedStateException damaged) {
            damage.accept(damaged.getMessage());
            return NOTHING;
        }
    }

    /** The id of the hold that keeps everything from every mailbox; null if there is none. */
    public String ofEverything() {
        return first(hold -> hold.kind().isOfEverything());
    }

    /** The id of the hold on those who vanished from that source; null if there is none. */
    public String ofSource(String source) {
        return first(hold -> hold.kind() == Hold.Kind.VANISHED && hold.subject().equals(source));
    }

    /** The id of the hold in that mailbox, be it of others too; null if there is none. */
    public String inMailbox(String mailbox) {
        return first(hold -> hold.members().containsKey(mailbox));
    }

    /** What waits in that mailbox; deletions if that is not known any more. */
    String what(String mailbox) {
        return holds.stream().filter(hold -> hold.members().containsKey(mailbox)).map(KnownHold::kind).findFirst()
                .orElse(Hold.Kind.DELETES).many();
    }

    private String first(Predicate<KnownHold> which) {
        return holds.stream().filter(which).map(KnownHold::id).findFirst().orElse(null);
    }
}
