package io.contactsync.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.words.Amounts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text is measured as a terminal shows it. */
class ColumnsTest {

    private static final String LONG =
            "Freiherr Karl-Theodor Maria Nikolaus Johann Jacob Philipp Franz Joseph Sylvester von und zu Guttenberg";

    @ParameterizedTest
    @CsvSource({"Bob,3", "Zoë,3", "'Zoe\u0308',3", "李小龙,6", "한국어,6", "👩,2", "'',0"})
    void widths(String text, int columns) {
        assertThat(Columns.width(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({"Bob Ahrens,10,Bob Ahrens", "Bob Ahrens,6,Bob A…", "李小龙,6,李小龙", "李小龙,5,李小…", "李小龙,4,李…", "李小龙,1,…",
            "李小龙,0,''"})
    void whatIsTooWideIsCutAndSaysSo(String text, int columns, String shown) {
        assertThat(Columns.cut(text, columns)).isEqualTo(shown);
    }

    @Test
    void columnsStandBelowEachOtherInEveryScript() {
        for (String name : List.of("Bob", "李小龙", LONG, "Zoe\u0308", "")) {
            assertThat(Columns.width(Columns.left(name, 20))).isEqualTo(20);
            assertThat(Columns.width(Columns.right(name, 20))).isEqualTo(20);
        }
        assertThat(Columns.right("12", 5)).isEqualTo("   12");
    }

    @Test
    void bothEndsOfALine() {
        assertThat(Columns.ends("3 mailboxes", "31 s", 20)).isEqualTo("3 mailboxes     31 s");
        assertThat(Columns.ends("3 mailboxes", "31 s", 10)).isEqualTo("3 mailboxes   31 s");
    }

    @Test
    void linesAreWrappedByWhatIsSeen() {
        assertThat(Wrapped.lines("  - 李小龙 李小龙 李小龙", "    ", 18)).containsExactly("  - 李小龙 李小龙", "    李小龙");
        assertThat(Wrapped.lines("a " + "b".repeat(90) + " c", "  ")).containsExactly("a", "  " + "b".repeat(90),
                "  c");
        assertThat(Wrapped.lines("", "  ")).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource({"400,0.4 s", "9949,9.9 s", "31000,31 s", "200000,3 min 20 s", "3900000,1 h 05 min", "0,0.0 s"})
    void times(long millis, String words) {
        assertThat(Amounts.time(Duration.ofMillis(millis))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"400,1 s", "7900,7 s", "59999,59 s", "61000,1 min 01 s"})
    void timesLeftAreWholeSeconds(long millis, String words) {
        assertThat(Amounts.left(Duration.ofMillis(millis))).isEqualTo(words);
    }

    @Test
    void numbers() {
        assertThat(Amounts.mailboxes(1)).isEqualTo("1 mailbox");
        assertThat(Amounts.mailboxes(3_000)).isEqualTo("3,000 mailboxes");
        assertThat(Amounts.changes(0)).isEqualTo("0 changes");
    }
}
