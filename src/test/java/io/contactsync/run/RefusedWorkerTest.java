package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.workers.Letter;
import io.contactsync.workers.LetterAnswer;
import io.contactsync.workers.Letters;
import io.contactsync.workers.Offer;
import org.junit.jupiter.api.Test;

/** A worker of another version or configuration gets nothing, and the coordinator knows that it is there. */
class RefusedWorkerTest {

    private static final Letters LETTERS = Letters.of("");

    @Test
    void whoMayHaveNothingSaysWhatItIsAndIsRefused() {
        Taken taken = new Workbench(LETTERS, new CommonPrint("others"), "w1", () -> 0, () -> "token")
                .take(LETTERS.write(new Offer("", "run", "alice", "ours")), null, null);
        assertThat(taken.letter().kind()).isEqualTo(Letter.Kind.TAKE);
        LetterAnswer answer = LETTERS.read(new Coordinator(LETTERS, new CommonPrint("ours"), 30, "")
                .answer(LETTERS.write(taken.letter())), LetterAnswer.class);
        assertThat(answer.verdict()).isEqualTo(LetterAnswer.Verdict.REFUSED);
        assertThat(answer.sentence()).startsWith("the worker w1 is of another version or configuration");
        assertThat(taken.isGiven()).isFalse();
    }
}
