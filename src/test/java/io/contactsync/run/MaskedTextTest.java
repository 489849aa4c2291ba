package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Action;
import io.contactsync.core.Cause;
import io.contactsync.core.ContactKey;
import io.contactsync.core.FieldChange;
import io.contactsync.core.Hold;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.core.Reach;
import io.contactsync.core.SourceState;
import io.contactsync.core.Tally;
import io.contactsync.journal.KnownHold;
import io.contactsync.source.SourceCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whatever a log is given by mistake, it tells no name, no number and no address. */
class MaskedTextTest {

    private static final String NAME = "Canary";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final ContactKey KEY = new ContactKey("users", NAME + "@contoso.com");
    private static final FieldChange FIELD = new FieldChange("mobilePhone", NAME, NAME);
    private static final FieldShift SHIFT = new FieldShift("mobilePhone", NAME, NAME, 2, 1);
    private static final PlannedChange CHANGE =
            new PlannedChange(Action.UPDATE, KEY, NAME, Move.CHANGED, NAME, "a", "b", true, List.of(FIELD),
            Reach.of(1));
    private static final KnownHold HOLD =
            new KnownHold("9009", Hold.Kind.VANISHED, NAME, NAME, NAME, List.of(NAME), List.of(NAME), 7, 3,
                    Map.of(NAME, NAME), true, List.of(NAME), NOON, "run",
                    new KnownHold.Decision(KnownHold.Word.APPROVED, NAME, NOON), false);
    private static final MailboxLine MAILBOX =
            new MailboxLine("4711", NAME, NAME, MailboxResult.Status.FAILED, NAME, NAME, Tally.NONE, 5, 0, 0);
    private static final SourceLine SOURCE =
            new SourceLine("users", 12, SourceState.COMPLETE, SourceCounts.NONE, List.of(NAME), List.of(NAME), NAME,
                    null);

    private static Stream<Record> records() {
        return Stream.of(FIELD, SHIFT, CHANGE, HOLD, OpenHold.of(HOLD), MAILBOX, SOURCE,
                new PersonChange(KEY, NAME, Move.CHANGED, NAME, 0, 1, 0, List.of(SHIFT), 0, Reach.of(1)),
                new Target("4711", null, NAME, NAME),
                new Cause(MailboxResult.Status.FAILED, "it", 1, List.of(), List.of(NAME)),
                new ReportFixture().sources(List.of(SOURCE)).mailboxes(List.of(MAILBOX)).changes(List.of(CHANGE))
                        .holds(List.of(OpenHold.of(HOLD)))
                        .problems(List.of(NAME), 2).notes(List.of(NAME)).report());
    }

    @ParameterizedTest
    @MethodSource("records")
    void namesNobody(Record record) {
        assertThat(record.toString()).doesNotContain(NAME).startsWith(record.getClass().getSimpleName() + "[");
        assertThat(List.of(record).toString()).doesNotContain(NAME);
    }

    @Test
    void tellsIdsAndNumbers() {
        assertThat(MAILBOX.toString()).contains("4711", "FAILED", "unchanged=5");
        assertThat(HOLD.toString()).contains("9009", "vanished", "changes=7", "mailboxes=3");
        assertThat(CHANGE.toString()).contains("UPDATE", KEY.shown().text(), "mailboxes=1");
    }
}
