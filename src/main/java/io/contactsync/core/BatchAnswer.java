package io.contactsync.core;

import java.time.Duration;
import java.util.Map;

/** What became of a batch as a whole. */
public sealed interface BatchAnswer {

    /**
     * Graph answered.
     *
     * @param answers an answer by the place of each change; a place that is missing got none, or none that is clear
     * @param retryAfter the longest wait that was told anywhere in the answer, also where nobody's outcome could be
     * read; null if none was
     */
    record Answered(Map<Integer, Answer> answers, Duration retryAfter) implements BatchAnswer {

        /** An answer whose waits are those of its parts. */
        public Answered(Map<Integer, Answer> answers) {
            this(answers, null);
        }
    }

    /**
     * Certainly nothing of it was applied: it was refused as a whole, or never left this machine.
     *
     * @param status HTTP status; 0 = never sent
     * @param code Graph's error code or ours
     * @param retryAfter what Retry-After said; null if nothing usable
     */
    record Refused(int status, String code, Duration retryAfter) implements BatchAnswer {
    }

    /** Nobody knows: it was sent, and no usable answer came. */
    record Unclear(String reason, Duration retryAfter) implements BatchAnswer {
    }
}
