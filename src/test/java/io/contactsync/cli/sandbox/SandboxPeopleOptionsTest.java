package io.contactsync.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tenant of one's own, by the command line. */
class SandboxPeopleOptionsTest {

    private static final String SAMPLES = "src/test/resources/people/";

    @TempDir
    Path folder;

    private static Result sandbox(String... more) {
        return SyncBench
                .run(Stream.concat(Stream.of("sandbox", "--latency", "0"), Stream.of(more)).toArray(String[]::new));
    }

    private static List<Integer> created(Result result) {
        return result.out().lines().map(line -> SyncBench.parse(line).at("/changes/created").asInt()).toList();
    }

    @Test
    void theThreeRunsAreDoneWithOnesOwnPeople() {
        Result result = sandbox("--json", "--people", SAMPLES + "entra-users.csv", "--central", SAMPLES + "vcards");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(created(result)).containsExactly(4, 0, 3);
        assertThat(result.sentences()).containsExactly(
                "contact-sync: " + Path.of(SAMPLES, "entra-users.csv")
                        + ": ignored the columns 'authenticationPhoneNumber', 'ageGroup', 'createdDateTime'",
                "contact-sync: " + Path.of(SAMPLES, "vcards", "old.vcf")
                        + ", line 1, TEL: left out '+49 89 999', nobody calls a pager",
                "contact-sync: " + Path.of(SAMPLES, "vcards", "standard.vcf")
                        + ", line 1, BDAY: left out '--04-12' - allowed is a day with its year",
                "contact-sync: " + Path.of(SAMPLES, "vcards", "standard.vcf")
                        + ", line 13: left out, the card is of kind group");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5x3", " 5 \u00D7 3 "})
    void theThreeRunsAreDoneWithGeneratedPeople(String size) {
        Result result = sandbox("--size", size, "--contacts", "2");
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).containsPattern("(?m)^created +30 +0 ").containsPattern("(?m)^unchanged +0 +30 ")
                .containsPattern("(?m)^mailboxes( +5){3}$").containsPattern("phone now knows 11 people");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "--people a.csv --size 2x2~--people and --size both say who the employees are - allowed is one of them",
        "--seed 2~--seed is for --size, which was not given",
        "--size 2x2 --mailboxes 3~--mailboxes is for the congress - with --people and --size all employees are targets",
            "--central a.csv --contacts 3~--contacts and --central both say what is in the central mailbox - allowed "
                    + "is one of them",
        "--size many~--size must be employees x contacts, such as 5000x1000, of at most six digits each - was 'many'",
            "--size 5000x1000000~--size must be employees x contacts, such as 5000x1000, of at most six digits each - "
                    + "was '5000x1000000'",
        "--size 0x5~--size must begin with 1 employee or more - was '0x5'",
    })
    void optionsThatContradictEachOtherAreRefused(String options, String sentence) {
        refused(sandbox(options.split(" ")), sentence);
    }

    @ParameterizedTest
    @CsvSource({"--size 900000x900000,494", "--mailboxes 99999999,58", "--contacts 999999999,146"})
    void aTenantThatMemoryCannotHoldIsRefusedBeforeItIsMade(String options, String megabytes) {
        Result result = sandbox(options.split(" "));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.sentences()).singleElement().asString().contains(options + " takes about " + megabytes)
                .contains("CONTACT_SYNC_JAVA_OPTS=-Xmx");
    }

    @Test
    void hiddenFilesInAFolderOfVCardsAreLeftAlone() throws Exception {
        Files.writeString(folder.resolve("ada.vcf"), "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nN:Ada;;;;\nEND:VCARD\n");
        Files.writeString(folder.resolve("._ada.vcf"), "\0");
        Result result = sandbox("--json", "--people", folder.toString());
        assertThat(result.exit()).as(result.err()).isZero();
    }

    @Test
    void theAdviceForAFileInAnotherEncodingFitsItsKind() throws Exception {
        Path cards = Files.write(folder.resolve("win.vcf"), new byte[] {'F', 'N', ':', (byte) 0xFC});
        refused(sandbox("--people", cards.toString()),
                cards + ", line 1: the byte 0xFC is not UTF-8 - export the vCards in UTF-8");
    }

    @Test
    void aBadFileEndsWithOneSentence() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.csv"), "name,mail\nAda\n");
        refused(sandbox("--people", bad.toString()), bad
                + ", line 2: the row has 1 column where the header has 2 - correct it, or save the file as 'CSV "
                + "UTF-8'");
        refused(sandbox("--central", bad.toString()), bad
                + ", line 2: the row has 1 column where the header has 2 - correct it, or save the file as 'CSV "
                + "UTF-8'");
        refused(sandbox("--people", folder.resolve("none").toString()),
                folder.resolve("none") + " does not exist - a CSV file, or a folder with .vcf files, is needed");
    }

    private static void refused(Result result, String sentence) {
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).doesNotContain("\tat ");
        assertThat(result.sentences()).containsExactly("contact-sync: sandbox: " + sentence);
    }
}
