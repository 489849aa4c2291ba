package io.contactsync.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.Reach;
import io.contactsync.core.Tally;
import io.contactsync.run.MailboxLine;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which mailboxes something reaches, told of all mailboxes of the run. */
class ReachedTest {

    private static List<MailboxLine> mailboxes(int skipped) {
        return IntStream.range(0, 40).mapToObj(place -> new MailboxLine("id-" + place, "", "p" + place + "@contoso.com",
                place < 40 - skipped ? Status.DONE : Status.SKIPPED, "", "", Tally.NONE, 0, 0, 1)).toList();
    }

    private static String which(int skipped, String reach) {
        return new Reached(mailboxes(skipped)).which(Reach.parse(reach));
    }

    @Test
    void whereAllWereReachedEverybodyMeansEverybody() {
        assertThat(which(0, "0-39")).isEqualTo("all");
        assertThat(which(0, "0-38")).isEqualTo("all but p39@contoso.com");
    }

    @Test
    void thoseThatWereSkippedAreNotPassedOver() {
        assertThat(which(4, "0-35")).isEqualTo("all but 4 skipped");
        assertThat(which(4, "1-35")).isEqualTo("all but p0@contoso.com and 4 skipped");
    }

    @Test
    void fewAreNamedAndManyAreCounted() {
        assertThat(which(4, "1,3")).isEqualTo("p1@contoso.com, p3@contoso.com");
        assertThat(which(4, "0-20")).isEmpty();
    }
}
