package io.contactsync.sandbox.people.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(notes).singleElement().asString().endsWith("standard.vcf, line 13: left out, the card is of kind group");
    }

    @Test
    void aByteOrderMarkBeforeTheFirstCardDoesNoHarm() throws IOException {
        Path file = Files.writeString(folder.resolve("a.vcf"), "\uFEFFBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n");
        assertThat(read(file).get(0).text(CardField.DISPLAY_NAME)).isEqualTo("Ada");
    }

    @Test
    void whatIsNoVCardGetsOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("a.vcf"), "name,mail\nAda,a@b.example\n");
        assertThatThrownBy(() -> read(folder)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage(file + ", line 1: found 'name,mail' - a vCard begins with BEGIN:VCARD (versions 2.1, 3.0, 4.0)");
        Files.writeString(file, "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\n");
        assertThatThrownBy(() -> read(folder)).hasMessage(file + ": found 1 BEGIN:VCARD and 0 END:VCARD - each card needs both");
        Files.delete(file);
        assertThatThrownBy(() -> read(folder)).hasMessage("the folder " + folder + " holds no .vcf file - put vCards there, or name a CSV file");
        assertThatThrownBy(() -> read(file)).hasMessage(file + " does not exist - a CSV file, or a folder with .vcf files, is needed");
    }

    @Test
    void whateverTheBytesItIsCardsOrOneSentence() throws IOException {
        byte[] good = Files.readAllBytes(SAMPLES.resolve("standard.vcf"));
        SplittableRandom dice = new SplittableRandom(7);
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = good.clone();
            for (int i = 0; i < 1 + dice.nextInt(3); i++) {
                bytes[dice.nextInt(bytes.length)] = (byte) (dice.nextBoolean() ? dice.nextInt(128) : ";:,=\"\n".charAt(dice.nextInt(6)));
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
