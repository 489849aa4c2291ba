package io.contactsync.sandbox.people.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvCardsTest {
    @TempDir
    Path folder;
    private final List<String> notes = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {",", ";", "'\t'"})
    void commaSemicolonAndTabAreToldByTheHeader(String delimiter) throws IOException {
        List<Card> cards = read("\uFEFFgivenName|surname|mail\r\nAda|Love, lace|a@b.example\r\n"
                .replace(", ", delimiter.equals(",") ? " " : ", ").replace("|", delimiter));
        assertThat(cards).hasSize(1);
        assertThat(cards.get(0).text(CardField.GIVEN_NAME)).isEqualTo("Ada");
        assertThat(cards.get(0).text(CardField.MAIL)).isEqualTo("a@b.example");
        assertThat(notes).isEmpty();
    }

    @Test
    void caseAndBlanksInColumnNamesDoNotMatter() throws IOException {
        Card card = read(" First Name ,LAST_NAME,E-Mail Address,Business Country/Region\nAda,Lovelace,a@b.example,UK\n")
                .get(0);
        assertThat(card.values().keySet()).containsExactlyInAnyOrder(CardField.GIVEN_NAME, CardField.SURNAME,
                CardField.MAIL, CardField.COUNTRY);
    }

    @Test
    void theAdminCentresCountryIsKnown() throws IOException {
        assertThat(read("Display name,Country/Region\nAda,Germany\n").get(0).text(CardField.COUNTRY))
                .isEqualTo("Germany");
    }

    @Test
    void theLineInWhichExcelNamesTheSeparatorIsPassedOver() throws IOException {
        Card card = read("\uFEFFsep=;\r\nname;mail\r\nAda;a@b.example\r\n").get(0);
        assertThat(card.place()).endsWith("line 3");
        assertThat(card.text(CardField.MAIL)).isEqualTo("a@b.example");
    }

    @Test
    void severalNumbersMayStandInOneCellAndInSeveralColumns() throws IOException {
        Card card = read("name,Business Phone,Business Phone 2\nAda,+1 2;+1 3 | +1 4;,+1 5\n").get(0);
        assertThat(card.texts(CardField.BUSINESS_PHONES)).containsExactly("+1 2", "+1 3", "+1 4", "+1 5");
    }

    @Test
    void aRowIsNamedByTheLineItBeginsIn() throws IOException {
        List<Card> cards = read("name,notes\n\nAda,\"one\r\ntwo\nthree\"\nBob,x\n,\nEve,y");
        assertThat(cards.stream().map(Card::line)).containsExactly(3, 6, 8);
        assertThat(cards.get(0).place(CardField.PERSONAL_NOTES)).endsWith("people.csv, line 3, personalNotes");
    }

    @Test
    void columnsThatAreUnknownAreNamedOnceAndIgnored() throws IOException {
        read("\uFEFFShoe Size,name,Car,\n38,Ada,Mini,\n42,Bob,Beetle,\n");
        assertThat(notes).singleElement().asString().endsWith("people.csv: ignored the columns 'Shoe Size', 'Car'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '^', value = {
        "^^~, line 1: the file is empty, it names no contact - allowed is a header and a row for each contact",
        "name\\n~ has a header and no rows, so it names no contact - allowed is a row for each",
        "name,mail\\n,\\n~ has a header and no rows, so it names no contact - allowed is a row for each",
        "name,car\\n,Mini\\n~ has no text in a column that is used - a row a person is needed",
            "phone,mail\\n1,2\\n~, line 1: no column holds a name, found 'phone', 'mail' - one of displayName, "
                    + "givenName, surname is needed",
            "name,mail\\nAda,a@b,c\\n~, line 2: the row has text in column 3, the header names 2 - correct it, or "
                    + "save the file as 'CSV UTF-8'",
            "name,mail\\n\\n\\nAda\\n~, line 4: the row has 1 column where the header has 2 - correct it, or save the "
                    + "file as 'CSV UTF-8'",
            "First Name,givenName\\nAda,Eve\\n~, line 1: the columns 'First Name' and 'givenName' both mean givenName "
                    + "- allowed is one",
        "mail,Mail,name\\na,b,c\\n~, line 1: the columns 'mail' and 'Mail' both mean mail - allowed is one",
            "name,mail\\nAda,\"a@b\\nBob,x~, line 2: the quotes of the row that begins here do not match, one never "
                    + "ends - a cell that begins with a quote "
            + "ends with one, and a quote within is written twice",
            "name,mail\\n\"Ada\"x,a\\n~, line 2: the quotes of the row that begins here do not match - a cell that "
                    + "begins with a quote "
            + "ends with one, and a quote within is written twice",
            "name\\nA\\0da\\n~, line 2: the row has a zero character in column 1 - correct it, or save the file as "
                    + "'CSV UTF-8'",
    })
    void aBadFileGetsOneSentence(String text, String sentence) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n").replace("\\0", "\0")))
                .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(file() + sentence);
    }

    @Test
    void anotherEncodingThanUtf8IsRefused() throws IOException {
        Files.write(file(), "name\nAda\nJürgen\n".getBytes(StandardCharsets.ISO_8859_1));
        String sentence =
                ": the row has bytes that the source's charset cannot read in column 1 - correct it, or save the file "
                        + "as 'CSV UTF-8'";
        assertThatThrownBy(this::read).hasMessage(file() + ", line 3" + sentence);
        Files.write(file(), new byte[] {'n', 'a', 'm', 'e', '\n', (byte) 0xE2, (byte) 0x82});
        assertThatThrownBy(this::read).hasMessage(file() + ", line 2" + sentence);
    }

    @Test
    void excelsUnicodeTextIsRead() throws IOException {
        Files.write(file(), "\uFEFFname\tmail\r\nJürgen\tj@b.example\r\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(read().get(0).text(CardField.DISPLAY_NAME)).isEqualTo("Jürgen");
    }

    @Test
    void aPipeIsRefusedAndNotWaitedFor() throws Exception {
        assumeTrue(new ProcessBuilder("mkfifo", file().toString(), folder.resolve("x.vcf").toString()).start().waitFor()
                == 0);
        assertThatThrownBy(this::read).hasMessage(
                file() + " is a pipe, a socket or a device - allowed is a regular file: put the file itself there");
        assertThatThrownBy(() -> CardFiles.read(folder, EnumSet.allOf(CardField.class), new Notes(notes::add)))
                .hasMessageContaining("x.vcf is a pipe");
    }

    @Test
    void whateverTheBytesItIsCardsOrOneSentence() throws IOException {
        byte[] good = Files.readAllBytes(Path.of("src/test/resources/people/outlook-contacts.csv"));
        SplittableRandom dice = new SplittableRandom(7);
        int refused = 0;
        for (int round = 0; round < 3000; round++) {
            Files.write(file(), spoilt(good, dice));
            try {
                assertThat(read()).isNotEmpty();
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).startsWith(file().toString()).matches("[^\\n]{20,2500}").contains(" - ");
                refused++;
            }
        }
        assertThat(refused).isBetween(1000, 2999);
    }

    private static byte[] spoilt(byte[] good, SplittableRandom dice) {
        byte[] bytes = good.clone();
        for (int i = 0; i < 1 + dice.nextInt(3); i++) {
            bytes[dice.nextInt(bytes.length)] =
                    (byte) (dice.nextBoolean() ? dice.nextInt(256) : "\",;\n\t\r".charAt(dice.nextInt(6)));
        }
        return dice.nextInt(4) == 0 ? Arrays.copyOf(bytes, dice.nextInt(bytes.length)) : bytes;
    }

    private Path file() {
        return folder.resolve("people.csv");
    }

    private List<Card> read(String text) throws IOException {
        Files.writeString(file(), text);
        return read();
    }

    private List<Card> read() {
        return CardFiles.read(file(), EnumSet.allOf(CardField.class), new Notes(notes::add));
    }
}
