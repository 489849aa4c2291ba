package io.contactsync.sandbox.people.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VCardCardsTest {
    private static final Path SAMPLES = Path.of("src/test/resources/people/vcards");
    @TempDir
    Path folder;
    private final List<String> notes = new ArrayList<>();

    @Test
    void aFolderGivesTheCardsOfAllItsFiles() {
        List<Card> cards = read(SAMPLES);
        assertThat(cards.stream().map(card -> card.text(CardField.DISPLAY_NAME)))
            .containsExactly("Dr. Jürgen Müller", "Grace Hopper", "林 美玲", "Ελένη Παπαδοπούλου");
        assertThat(cards.get(2).place()).isEqualTo(SAMPLES.resolve("phone.vcf") + ", line 16");
    }

    @Test
    void version21IsRead() {
        Card card = read(SAMPLES.resolve("old.vcf")).get(0);
        assertThat(card.text(CardField.SURNAME)).isEqualTo("Müller");
        assertThat(card.text(CardField.HONORIFIC)).isEqualTo("Dr.");
        assertThat(card.text(CardField.COMPANY_NAME)).isEqualTo("Fabrikam GmbH");
        assertThat(card.text(CardField.DEPARTMENT)).isEqualTo("Einkauf, Lager");
        assertThat(card.texts(CardField.BUSINESS_PHONES)).containsExactly("+49 89 1234567");
        assertThat(card.texts(CardField.MOBILE_PHONE)).containsExactly("+49 1512 3456789");
        assertThat(card.texts(CardField.FAX_NUMBER)).containsExactly("+49 89 1234568");
        assertThat(card.text(CardField.PERSONAL_NOTES)).isEqualTo("First line\r\nsecond line");
        assertThat(card.text(CardField.BIRTHDAY)).isEqualTo("1970-03-15");
        assertThat(card.text(CardField.POSTAL_CODE)).isEqualTo("50667");
    }

    @Test
    void version30IsReadWithThePreferredAddressFirst() {
        Card card = read(SAMPLES.resolve("phone.vcf")).get(0);
        assertThat(card.texts(CardField.HOME_PHONES)).containsExactly("+1 202-555-0101");
        assertThat(card.texts(CardField.BUSINESS_PHONES)).containsExactly("+1 202-555-0102");
        assertThat(card.texts(CardField.MAIL)).startsWith("first@customer.example").hasSize(2);
        assertThat(card.texts(CardField.CATEGORIES)).containsExactly("Navy", "Friends");
        assertThat(card.text(CardField.HOME_CITY)).isEqualTo("Springfield");
        assertThat(card.text(CardField.CITY)).isNull();
        assertThat(card.text(CardField.UID)).isEqualTo("urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1");
    }

    @Test
    void version40IsReadAndItsGroupsAreLeftOut() {
        List<Card> cards = read(SAMPLES.resolve("standard.vcf"));
        assertThat(cards).hasSize(1);
        assertThat(cards.get(0).texts(CardField.MOBILE_PHONE)).containsExactly("+30-691-234-5678");
        assertThat(cards.get(0).texts(CardField.BUSINESS_PHONES)).containsExactly("+30-21-2345-6789 ext. 12");
        assertThat(cards.get(0).texts(CardField.MAIL)).containsExactly("a@customer.example", "b@customer.example");
        assertThat(cards.get(0).text(CardField.PERSONAL_NOTES)).isEqualTo("α\nβ, γ");
        assertThat(cards.get(0).text(CardField.BIRTHDAY)).isNull();
        assertThat(notes).hasSize(2).anyMatch(note ->
                note.endsWith("standard.vcf, line 1, BDAY: left out '--04-12' - allowed is a day with its year"))
            .anyMatch(note -> note.endsWith("standard.vcf, line 13: left out, the card is of kind group"));
    }

    private Card card(String version, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("one.vcf"), "BEGIN:VCARD\r\nVERSION:" + version + "\r\nFN:Ada\r\n"
                + String.join("\r\n", lines) + "\r\nEND:VCARD\r\n");
        return read(file).get(0);
    }

    /** bitfireAT/davx5-ose 1797; RFC 2426, 3.1.5. */
    @ParameterizedTest
    @CsvSource({"3.0,2013-11-06T00:00:00.000Z,2013-11-06", "3.0,1953-10-15T23:10:00Z,1953-10-15",
            "3.0,1953-10-15T23:10:00+02:00,1953-10-15",
        "3.0,1953-10-15T00:10:00+02:00,1953-10-15", "4.0,19531015T231000Z,1953-10-15",
        "2.1,1970-03-15T00:00:00,1970-03-15", "2.1,19700315,1970-03-15"})
    void aBirthdayMayHaveATime(String version, String written, String day) throws IOException {
        assertThat(card(version, "BDAY:" + written).text(CardField.BIRTHDAY)).isEqualTo(day);
        assertThat(notes).isEmpty();
    }

    /** lucc/khard 134; pimutils/khal 650. */
    @ParameterizedTest
    @CsvSource({"3.0,BDAY;X-APPLE-OMIT-YEAR=1604;VALUE=date:1604-04-15,1604-04-15", "4.0,BDAY:--0415,--04-15",
            "4.0,BDAY:1985-04,1985-04",
        "4.0,BDAY;VALUE=text:circa 1800,circa 1800", "3.0,BDAY:--04-15,Could not parse date",
        "3.0,BDAY:soon,Could not parse date"})
    void aBirthdayWithoutAYearIsLeftOutAndSaid(String version, String line, String found) throws IOException {
        assertThat(card(version, line).text(CardField.BIRTHDAY)).isNull();
        assertThat(notes).singleElement().asString().contains(found).contains("line 1").contains("BDAY");
    }

    /** lucc/khard 88, nextcloud/contacts 213. */
    @Test
    void applesGroupsAreLeftOutAndSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("a.vcf"),
                "BEGIN:VCARD\nVERSION:3.0\nN:Team Nord;;;;\nFN:Team Nord\nX-ADDRESSBOOKSERVER-KIND:group\nEND:VCARD\n"
                        + "BEGIN:VCARD\nVERSION:3.0\nFN:Ida Nord\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Team "
                        + "West\nKIND:GROUP\nEND:VCARD\n");
        assertThat(read(file)).extracting(card -> card.text(CardField.DISPLAY_NAME)).containsExactly("Ida Nord");
        assertThat(notes).containsExactly(file + ", line 1: left out, the card is of kind group", file
                + ", line 11: left out, the card is of kind group");
    }

    /** icalendar/icalendar 238; RFC 6350, 3.2. */
    @ParameterizedTest
    @ValueSource(strings = {"\r\n ", "\n ", "\n\t"})
    void aLineMayBeFoldedInsideACharacter(String fold) throws IOException {
        byte[] whole =
                ("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Müller 林😀 "
                        + "Ada\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo\r\nEND:VCARD\r\n")
                        .getBytes(StandardCharsets.UTF_8);
        int begin = new String(whole, StandardCharsets.ISO_8859_1).indexOf("FN:") + 4;
        for (int at = begin; at < begin + 16; at++) {
            ByteArrayOutputStream folded = new ByteArrayOutputStream();
            folded.write(whole, 0, at);
            folded.writeBytes(fold.getBytes(StandardCharsets.US_ASCII));
            folded.write(whole, at, whole.length - at);
            List<Card> cards = read(Files.write(folder.resolve("a.vcf"), folded.toByteArray()));
            assertThat(cards).extracting(card -> card.text(CardField.DISPLAY_NAME)).as("folded at %d", at)
                    .containsExactly("Müller 林😀 Ada", "Bo");
            assertThat(cards.get(1).line()).isEqualTo(6);
        }
    }

    @Test
    void whatIsNotUtf8IsStillRefused() throws IOException {
        Path file = Files.write(folder.resolve("a.vcf"),
                "BEGIN:VCARD\nFN:M\u00FC\n ller\nEND:VCARD".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(file)).hasMessageContaining("line 2: the byte 0xFC is not UTF-8");
    }

    /** sabre-io/vobject 24. */
    @ParameterizedTest
    @ValueSource(strings = {"TEL;TYPE=CELL\\,VOICE:1", "TEL;TYPE=\"CELL,VOICE\":1", "TEL;TYPE=cell,voice:1",
            "TEL;CELL;VOICE:1", "TEL;TYPE=mobile:1", "TEL;TYPE=X-Handy:1",
        "item1.TEL:1\r\nitem1.X-ABLabel:_$!<Mobile>!$_", "item1.TEL;type=pref:1\r\nitem1.X-ABLabel:iPhone",
        "TEL;TYPE=HOME\\,CELL:1"})
    void aTypeMayBeEscapedOrALabel(String lines) throws IOException {
        for (String version : List.of("2.1", "3.0", "4.0")) {
            assertThat(card(version, lines).texts(CardField.MOBILE_PHONE)).as(version).containsExactly("1");
        }
    }

    @Test
    void otherTypesAndLabelsAreReadTheSameWay() throws IOException {
        Card card = card("3.0", "item1.TEL:1", "item1.X-ABLabel:_$!<HomeFAX>!$_", "item2.TEL:2",
                "item2.X-ABLabel:_$!<Home>!$_", "TEL;TYPE=WORK\\,VOICE:3",
            "ADR;TYPE=HOME\\,POSTAL:;;Weg 1;Ulm;;;", "EMAIL;TYPE=INTERNET:b@x.example",
            "EMAIL;TYPE=INTERNET\\,PREF:a@x.example");
        assertThat(card.texts(CardField.FAX_NUMBER)).containsExactly("1");
        assertThat(card.texts(CardField.HOME_PHONES)).containsExactly("2");
        assertThat(card.texts(CardField.BUSINESS_PHONES)).containsExactly("3");
        assertThat(card.text(CardField.HOME_STREET)).isEqualTo("Weg 1");
        assertThat(card.texts(CardField.MAIL)).containsExactly("a@x.example", "b@x.example");
        assertThat(notes).isEmpty();
    }

    @Test
    void whatIsLeftOutIsSaid() throws IOException {
        Card card = card("3.0", "TEL;TYPE=pager:5", "ADR;TYPE=work:;;Weg 1;Ulm;;;", "ADR;TYPE=work:;;Weg 2;Ulm;;;");
        assertThat(card.text(CardField.STREET)).isEqualTo("Weg 1");
        assertThat(notes).hasSize(2).anyMatch(note ->
                note.endsWith("one.vcf, line 1, TEL: left out '5', nobody calls a pager"))
            .anyMatch(note ->
            note.endsWith("one.vcf, line 1, ADR: left out 'Weg 2, Ulm', one address of a kind is kept"));
    }

    @Test
    void quotedPrintableOfVersion21IsReadInItsCharset() throws IOException {
        Card card = card("2.1", "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=BC=", "=C3=9Fe",
                "TITLE;CHARSET=windows-1252;ENCODING=QUOTED-PRINTABLE:M=FCller");
        assertThat(card.text(CardField.PERSONAL_NOTES)).isEqualTo("Grüße");
        assertThat(card.text(CardField.JOB_TITLE)).isEqualTo("Müller");
    }

    @Test
    void aByteOrderMarkBeforeTheFirstCardDoesNoHarm() throws IOException {
        Path file = Files.writeString(folder.resolve("a.vcf"),
                "\uFEFFBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n");
        assertThat(read(file).get(0).text(CardField.DISPLAY_NAME)).isEqualTo("Ada");
    }

    @Test
    void whatIsNoVCardGetsOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("a.vcf"), "name,mail\nAda,a@b.example\n");
        assertThatThrownBy(() -> read(folder)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file
                        + ", line 1: found 'name,mail' - a vCard begins with BEGIN:VCARD (versions 2.1, 3.0, 4.0)");
        Files.writeString(file, "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\n");
        assertThatThrownBy(() -> read(folder))
                .hasMessage(file + ": found 1 BEGIN:VCARD and 0 END:VCARD - each card needs both");
        Files.delete(file);
        assertThatThrownBy(() -> read(folder))
                .hasMessage("the folder " + folder + " holds no .vcf file - put vCards there, or name a CSV file");
        assertThatThrownBy(() -> read(file))
                .hasMessage(file + " does not exist - a CSV file, or a folder with .vcf files, is needed");
    }

    @Test
    void whateverTheBytesItIsCardsOrOneSentence() throws IOException {
        byte[] good = Files.readAllBytes(SAMPLES.resolve("standard.vcf"));
        SplittableRandom dice = new SplittableRandom(7);
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = good.clone();
            for (int i = 0; i < 1 + dice.nextInt(3); i++) {
                bytes[dice.nextInt(bytes.length)] =
                        (byte) (dice.nextBoolean() ? dice.nextInt(128) : ";:,=\"\n".charAt(dice.nextInt(6)));
            }
            Path file = Files.write(folder.resolve("a.vcf"), bytes);
            try {
                assertThat(read(file)).isNotNull();
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).startsWith(file.toString()).matches("[^\\n]{20,500}").contains(" - ");
            }
        }
    }

    private List<Card> read(Path path) {
        return CardFiles.read(path, Set.of(), new Notes(notes::add));
    }
}
