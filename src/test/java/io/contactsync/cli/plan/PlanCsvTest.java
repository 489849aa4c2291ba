package io.contactsync.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.words.CsvCell;
import io.contactsync.cli.screen.PlanFixture;
import io.contactsync.core.Action;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.run.PlanPart;
import io.contactsync.run.RunReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan as a spreadsheet takes it. */
class PlanCsvTest {

    private static final String HEADER =
            "change,move,source,id,name,property,before,after,before_known,mailboxes,mailbox,reason\r\n";

    private static String id(String name) {
        return "7000-" + name.hashCode();
    }

    @Test
    void aLineForEachPersonAndChange() {
        RunReport plan =
                new PlanFixture().joins("Ada Bern").leaves("Zed, \"Z\"", "gone from its source").unknown("Mei Lin")
                        .changes("Bob", PlanFixture.field("surname", "A", "Ä"), PlanFixture.field("jobTitle", "", "x"))
                        .report().report();

        assertThat(PlanCsv.of(plan, ""))
                .isEqualTo(HEADER + "create,joined,graph-users," + id("Ada Bern") + ",Ada Bern,,,,,2998,,new\r\n"
                + "update,changed,graph-users," + id("Bob") + ",Bob,surname,A,Ä,yes,2998,,changed\r\n"
                + "update,changed,graph-users," + id("Bob") + ",Bob,jobTitle,,x,yes,2998,,changed\r\n"
                + "update,changed,graph-users," + id("Mei Lin") + ",Mei Lin,,,,no,2998,,changed\r\n"
                        + "delete,left,graph-users," + id("Zed, \"Z\"")
                        + ",\"Zed, \"\"Z\"\"\",,,,yes,2998,,gone from its source\r\n");
    }

    @Test
    void aMailboxIsNamedInEachOfItsLines() {
        assertThat(PlanCsv.of(PlanPart.in(new PlanFixture().joins("Ada").report().report(), 3), "p3@contoso.com"))
                .isEqualTo(HEADER + "create,joined,graph-users," + id("Ada") + ",Ada,,,,,1,p3@contoso.com,new\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"=1+1|'=1+1", "+49 171|'+49 171", "-5|'-5",
            "@SUM(A1)|'@SUM(A1)", "＝1|'＝1", "Bob=1|Bob=1",
        "\"  =1\"|\"'  =1\"", "Ann-Kathrin|Ann-Kathrin"})
    void noSpreadsheetComputesACell(String cell, String harmless) {
        assertThat(CsvCell.harmless(cell)).isEqualTo(harmless);
    }

    @Test
    void tabsReturnsAndEscapesAreTakenOut() {
        assertThat(CsvCell.harmless("\t=1")).isEqualTo("' =1");
        assertThat(CsvCell.harmless("\rx")).isEqualTo("' x");
        assertThat(CsvCell.harmless("a\r\nb\u001b[2J")).isEqualTo("a  b [2J");
        assertThat(CsvCell.harmless("\u202E=1")).isEqualTo("'=1");
        assertThat(CsvCell.harmless("")).isEmpty();
    }

    /** A semicolon parts cells where decimals have a comma, and a quote that does not begin a cell parts nothing. */
    @Test
    void noPartOfACellIsComputedEither() {
        assertThat(CsvCell.harmless("x;=HYPERLINK(1)")).isEqualTo("x;'=HYPERLINK(1)");
        assertThat(CsvCell.harmless("x; \"=1\";+2")).isEqualTo("x; \"'=1\";'+2");
        assertThat(CsvCell.harmless("x,@a")).isEqualTo("x,'@a");
        assertThat(CsvCell.harmless("x\t=1\n-2\r\n=3")).isEqualTo("x '=1 '-2  '=3");
        assertThat(CsvCell.harmless("x;\u202E\uff1d1")).isEqualTo("x;'\uff1d1");
        assertThat(CsvCell.harmless("Ahrens, Bob; a=b, Ann-Kathrin")).isEqualTo("Ahrens, Bob; a=b, Ann-Kathrin");
    }

    @Test
    void aFormulaInANameIsText() {
        assertThat(PlanCsv.of(new PlanFixture()
                .add(Action.CREATE, "=HYPERLINK(\"http://x\")", Move.JOINED, "new", true, "0").report().report(), ""))
                .contains(",\"'=HYPERLINK(\"\"http://x\"\")\",");
    }
}
