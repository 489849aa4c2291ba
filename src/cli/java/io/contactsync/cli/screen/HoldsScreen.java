package io.contactsync.cli.screen;

import io.contactsync.core.Times;
import io.contactsync.journal.KnownHold;
import io.contactsync.run.Holds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What waits for a person, in a list. */
public final class HoldsScreen {

    private static final String NOTHING = "nothing is held";

    private final List<KnownHold> holds;
    private final Instant now;
    private final Times times;
    private final int letters;

    /** @param now what ages are seen from */
    public HoldsScreen(List<KnownHold> holds, Instant now, Times times) {
        this.holds = List.copyOf(holds);
        this.now = now;
        this.times = times;
        this.letters = Holds.distinct(holds);
    }

    /** For people: two lines a hold and what to type next, in 80 columns. */
    public List<String> lines() {
        if (holds.isEmpty()) {
            return List.of(NOTHING);
        }
        List<String> lines = new ArrayList<>();
        for (KnownHold hold : holds) {
            String id = hold.id().substring(0, letters);
            lines.addAll(Wrapped.lines(id + "  " + HoldText.sentence(hold), " ".repeat(letters + 2)));
            String state = HoldText.effect(hold) + ", " + HoldText.age(hold, now) + ", "
                    + HoldText.decision(hold, times);
            lines.addAll(Wrapped.lines(" ".repeat(letters + 2) + state, " ".repeat(letters + 2)));
        }
        lines.add("");
        lines.add("who and why     contact-sync holds show " + holds.get(0).id().substring(0, letters));
        return lines;
    }

    /** Piped: one line a hold: id, kind, decision and since when, a word each, then the effect and the sentence. */
    public List<String> piped() {
        return holds.isEmpty() ? List.of(NOTHING)
                : holds.stream().map(hold -> String.join(" ", hold.id(), hold.kind().word(), hold.word().text(),
                        hold.since().toString(), HoldText.effect(hold) + ": " + HoldText.sentence(hold))).toList();
    }
}
