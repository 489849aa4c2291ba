package io.contactsync.run;

import io.contactsync.core.SourceState;
import io.contactsync.source.SourceCounts;

import java.time.Instant;
import java.util.List;

/**
 * What one source gave in a run, as people see it.
 *
 * @param source its name
 * @param contacts how many contacts it names
 * @param state what may be concluded from a missing contact
 * @param counts what did not come through as it stands
 * @param problems what made the reading incomplete, in sentences, the first ones
 * @param notes what should be known of values, in sentences, the first ones
 * @param summary the counts of all such values, in words; empty if there are none
 * @param unchangedSince when it was read, if it is taken as it was then; else null
 */
public record SourceLine(String source, int contacts, SourceState state, SourceCounts counts, List<String> problems,
        List<String> notes,
        String summary, Instant unchangedSince) {

    public SourceLine {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** It may stand on screens and in reports, but in no log: sentences about people are not told. */
    @Override
    public String toString() {
        return "SourceLine[source=" + source + ", contacts=" + contacts + ", state=" + state + ", problems="
                + problems.size() + ", notes=" + notes.size() + "]";
    }
}
