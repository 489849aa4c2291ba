package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.workers.Letter;
import io.contactsync.workers.LetterAnswer;
import io.contactsync.workers.Letters;
import io.contactsync.workers.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** A worker of another version or configuration gets nothing, and the coordinator knows that it is there. */
class RefusedWorkerTest extends RunTestBase {

    private final OldRuns old = new OldRuns(400, 30);

    private static final Letters LETTERS = Letters.of("");

    @Test
    void whoMayHaveNothingSaysWhatItIsAndIsRefused() {
        TakenOffer taken = new Workbench(LETTERS, new CommonPrint("others"), "w1", () -> 0, () -> "token")
                .take(LETTERS.write(new Offer("", "run", "alice", "ours")), null, null);
        assertThat(taken.letter().kind()).isEqualTo(Letter.Kind.TAKE);
        LetterAnswer answer = LETTERS.read(new Coordinator(LETTERS, new CommonPrint("ours"), 30, "")
                .answer(LETTERS.write(taken.letter())), LetterAnswer.class);
        assertThat(answer.verdict()).isEqualTo(LetterAnswer.Verdict.REFUSED);
        assertThat(answer.sentence()).startsWith("the worker w1 is of another version or configuration");
        assertThat(taken.isGiven()).isFalse();
    }

    private static byte[] offer(Letters letters, String print) {
        return letters.write(new Offer("", "run", "alice", print));
    }

    private static void answer(Workbench bench, TakenOffer taken, LetterAnswer.Verdict verdict, String sentence) {
        bench.letter(taken);
        bench.heard(taken, LETTERS.write(LetterAnswer.no(taken.letter(), verdict, sentence)));
    }

    @Test
    void whatAWorkerHeardLastIsSaidOfIt() throws IOException {
        Workbench bench = new Workbench(LETTERS, new CommonPrint("ours"), "w1", () -> 0, () -> "token");
        assertThat(bench.trouble()).as("nobody was heard").isEmpty();
        bench.take(offer(LETTERS, "others"), runs, old);
        assertThat(bench.trouble()).startsWith("the coordinator is of another version or configuration: the program,");
        TakenOffer taken = bench.take(offer(LETTERS, "ours"), runs, old);
        assertThat(bench.trouble()).as("another coordinator").isEmpty();
        answer(bench, taken, LetterAnswer.Verdict.REFUSED, "not you");
        assertThat(bench.trouble()).isEqualTo("not you");
        taken.write(Letter.Kind.TAKE);
        answer(bench, taken, LetterAnswer.Verdict.OVER, "it is over");
        assertThat(bench.trouble()).as("it may have mailboxes of later runs").isEmpty();
    }

    @Test
    void whatIsNotSignedAsItSignsIsSaidOfIt() throws IOException {
        Path secret = Files.writeString(data.resolve("secret"), "s".repeat(40));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Letters signed = Letters.of(secret.toString());
        Workbench bench = new Workbench(signed, new CommonPrint("ours"), "w1", () -> 0, () -> "token");
        bench.take(offer(LETTERS, "ours"), runs, old);
        assertThat(bench.trouble()).isEqualTo(
                "an offer is not heeded: it is not signed by the key of workers.secret-file, or is of another version");
        TakenOffer taken = bench.take(offer(signed, "ours"), runs, old);
        assertThat(bench.trouble()).isEmpty();
        bench.letter(taken);
        bench.heard(taken, LETTERS.write(LetterAnswer.yes(taken.letter(), new byte[0])));
        assertThat(bench.trouble()).startsWith("an answer of the coordinator is not heeded: it is not signed");
    }
}
