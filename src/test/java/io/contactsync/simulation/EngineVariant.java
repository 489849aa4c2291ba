package io.contactsync.simulation;

import io.contactsync.core.Answer;
import io.contactsync.core.Batch;
import io.contactsync.core.BatchAnswer;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Dispatch;
import io.contactsync.core.HiddenKey;
import io.contactsync.core.Look;
import io.contactsync.core.Ownership;
import io.contactsync.core.Sight;
import io.contactsync.core.Step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The engine that ships, and engines that are wrong on purpose: a simulation that does not catch them proves nothing.
 */
enum EngineVariant {
    AS_SHIPPED,
    /** Sends a create again after an answer that proves nothing. */
    BLIND_RETRY,
    /** Takes the mailbox's list for the truth at once. */
    NO_SETTLE,
    /** Concludes from an incomplete source that the rest is gone. */
    DELETES_WHILE_INCOMPLETE,
    /** Does not hear Retry-After. */
    DEAF_TO_RETRY_AFTER,
    /** Sends before its intents are on the disk. */
    INTENTS_NOT_DURABLE,
    /** Takes the visible category alone for the proof of ownership. */
    CATEGORY_IS_PROOF,
    /** Measures ages by the machine's clock, whatever it has done meanwhile. */
    WALL_CLOCK_AGES,
    /** Leaves out journals whose file looks old by the machine's clock. */
    FILE_TIMES,
    /** Takes a data folder that is empty for one that knows of every create. */
    YOUNG_FOLDER_TRUSTED,
    /** Sends updates without looking at their contacts once more. */
    NO_SECOND_LOOK,
    /** Sees the default folder only. */
    IGNORES_FOLDERS,
    /** Takes every copy for an equal one. */
    SWEEPS_EDITED_COPIES,
    /** Creates although somebody else has just created there. */
    IGNORES_STRANGERS;

    /** What it sees of the mailbox's list. */
    List<CurrentContact> seen(List<CurrentContact> list) {
        return this == IGNORES_FOLDERS ? list.stream().filter(CurrentContact::inDefault).toList() : list;
    }

    /** What it takes for a proof of ownership. */
    CurrentContact proved(CurrentContact contact) {
        boolean claim = this == CATEGORY_IS_PROOF && contact.category() && contact.key() == null;
        return claim
                ? new CurrentContact(contact.id(), "", true,
                        new HiddenKey(World.INSTANCE, new ContactKey(World.SOURCE, "p0")), "")
                : contact;
    }

    /** What it makes of what a second look shows. */
    Sight believed(Step step, Look.Question question, Sight sight) {
        if (this == NO_SECOND_LOOK && question.what() == Look.What.MARKS) {
            ContactKey key = step.state().flying().stream().map(Dispatch.Pending::change)
                    .filter(change -> question.contactId().equals(change.contactId())).findFirst().orElseThrow().key();
            boolean told = sight.answer().retryAfter() != null;
            return told ? sight : new Sight(new Answer(200, "", null, null), Ownership.OURS, key, null, null);
        }
        return this == SWEEPS_EDITED_COPIES && question.what() == Look.What.WHOLE
                && sight.content() != null
                ? new Sight(sight.answer(), sight.ownership(), sight.key(), sight.changeKey(), "equal") : sight;
    }

    /** What it makes of an answer. */
    BatchAnswer heard(Batch batch, BatchAnswer answer) {
        if (this == BLIND_RETRY) {
            return answer instanceof BatchAnswer.Answered answered ? blind(batch, answered)
                    : answer instanceof BatchAnswer.Unclear unclear
                            ? new BatchAnswer.Refused(429, "", unclear.retryAfter())
                            : answer;
        }
        if (this == DEAF_TO_RETRY_AFTER && answer instanceof BatchAnswer.Refused refused) {
            return new BatchAnswer.Refused(refused.status(), refused.code(), null);
        }
        return answer;
    }

    private static BatchAnswer blind(Batch batch, BatchAnswer.Answered answered) {
        Map<Integer, Answer> answers = new HashMap<>(answered.answers());
        for (int place = 0; place < batch.changes().size(); place++) {
            Answer answer = answers.getOrDefault(place, Answer.NONE);
            if (answer.status() == 0 || answer.status() >= 500) {
                answers.put(place, new Answer(429, "", answer.retryAfter(), null));
            }
        }
        return new BatchAnswer.Answered(answers);
    }
}
