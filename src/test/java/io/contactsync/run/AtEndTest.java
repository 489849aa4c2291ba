package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

/** What the command line answers, by how things stand at the end of a run. */
class AtEndTest {

    private static final Map<String, Integer> CODES = Map.of("DONE", ExitCode.DONE, "FAILED", ExitCode.FAILED,
            "PARTLY", ExitCode.PARTLY, "HELD", ExitCode.HELD);

    private static Totals totals(int done, int held, int lacking, boolean wait, int created) {
        return new Totals(done, 0, held, wait ? lacking : 0, wait ? 0 : lacking,
                new Tally(created, 0, 0, 0, 0, 0), 0);
    }

    @ParameterizedTest(name = "{0} done, {1} held, {2} failed, {3} created; {4}: {5}")
    @CsvSource(textBlock = """
            0, 0, 0, 0, '',                               DONE
            2, 0, 0, 9, '',                               DONE
            2, 0, 1, 0, '',                               PARTLY
            2, 0, 0, 0, problem,                          PARTLY
            2, 0, 0, 0, lacking,                          PARTLY
            2, 0, 0, 0, held rejected,                    PARTLY
            1, 1, 0, 0, held rejected,                    PARTLY
            2, 0, 0, 0, held,                             HELD
            2, 0, 1, 0, held problem lacking,             HELD
            1, 1, 1, 0, problem,                          HELD
            0, 1, 2, 0, '',                               HELD
            0, 0, 2, 0, '',                               FAILED
            0, 0, 2, 0, held,                             FAILED
            0, 0, 2, 1, '',                               PARTLY
            0, 0, 2, 0, waits,                            PARTLY
            2, 0, 1, 0, waits,                            PARTLY
            0, 0, 2, 0, refused,                          PARTLY
            0, 0, 2, 0, refused held,                     HELD
            0, 0, 2, 0, unremembered refused,             FAILED
            0, 0, 2, 0, stopped problem,                  PARTLY
            2, 0, 0, 9, unremembered problem,             FAILED
            1, 1, 0, 0, unremembered held,                FAILED
            """)
    void theFirstThatAppliesIsTheAnswer(int done, int held, int failed, int created, String how, String code) {
        AtEnd end = new AtEnd(totals(done, held, failed, how.contains("waits"), created), !how.contains("unremembered"),
                how.contains("stopped"), how.contains("refused"), how.contains("held"), how.contains("rejected"),
                how.contains("problem"), how.contains("lacking"));
        assertThat(end.exit()).isEqualTo(CODES.get(code));
    }
}
