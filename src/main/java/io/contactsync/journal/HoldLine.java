package io.contactsync.journal;

import io.contactsync.core.Hold;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A hold as it stands in its file: times are texts there. */
record HoldLine(String id, String kind, String subject, String sentence, String cause, List<String> keys,
        List<String> names, long changes, int mailboxes, Map<String, String> members, boolean compared,
        List<String> settings, String since, String run, String decision, String by, String at, boolean begun) {

    static HoldLine of(KnownHold hold) {
        KnownHold.Decision decision = hold.decision();
        return new HoldLine(hold.id(), hold.kind().word(), hold.subject(), hold.sentence(), hold.cause(), hold.keys(),
                hold.names(), hold.changes(), hold.mailboxes(), hold.members(), hold.compared(), hold.settings(),
                hold.since().toString(), hold.run(), decision == null ? "" : decision.word().name(),
                decision == null ? "" : decision.by(), decision == null ? "" : decision.at().toString(), hold.begun());
    }

    /** @throws RuntimeException if it is none */
    KnownHold hold() {
        KnownHold.Decision decided = decision.isEmpty() ? null
                : new KnownHold.Decision(KnownHold.Word.valueOf(decision), by, Instant.parse(at));
        return new KnownHold(id, Hold.Kind.of(kind), subject, sentence, cause, keys, names, changes, mailboxes, members,
                compared, settings, Instant.parse(since), run, decided, begun);
    }
}
