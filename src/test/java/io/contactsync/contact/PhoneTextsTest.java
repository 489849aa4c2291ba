package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/**
 * Never other digits than the source's: a number is read only where the whole text is one, or where words stand around
 * exactly one.
 */
class PhoneTextsTest {

    private static final String AS_WRITTEN = "as written";
    private static final PhoneTexts PHONES = new PhoneTexts(PhoneFormat.INTERNATIONAL);

    private static void expect(String region, String text, String expected, boolean isOutOfText) {
        PhoneReading reading = PHONES.read(text, region == null ? "" : region);
        assertThat(reading.numbers()).isEqualTo(expected.equals(AS_WRITTEN) ? List.of()
                : List.of(expected.split(" \\| ")));
        assertThat(reading.isOutOfText()).isEqualTo(isOutOfText);
    }

    /** Public bug reports about libphonenumber: 1302, 1907, 1397. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"CH,+41 44 668 18 00 (ZRH),+41 44 668 18 00", "CH,+41 44 668 18 00 Bob,+41 44 668 18 00",
            "DE,+49 89 123456 privat,+49 89 123456",
        "DE,089 123456 Max,+49 89 123456", "AT,+43 1 514500 Huber,+43 1 514500", "DE,+49 30 901820 Tor 2,as written",
        "DE,+49 89 1234 App 12,as written",
        "SG,+65 6123 4567 Tan,+65 6123 4567", "IN,+91 22 2345 6789 Raj,+91 22 2345 6789",
        "CH,+41 79 XXX XX XX,as written", "FR,061234dgfs,as written",
        "DE,+49 7775abc2219,as written", "DE,Mobil2 0171 1234567,+49 171 1234567",
        "DE,+49 (89) 1234 567 Fax: -568,as written",
        "DE,Tel. 089/123456,+49 89 123456", "'',tel:+49-89-123456,+49 89 123456",
        "DE,+49 171 1234567 privat,+49 171 1234567",
        "DE,089 123456-XX,as written", "DE,+49 89 1234 xx,as written", "DE,+49 89 123456 ...,as written",
        "DE,+49 89 123456 ½,as written",
        "DE,+49 89 123456²,as written", "DE,+49 89 123456 App. ②,as written", "DE,unbekannt,as written",
        "DE,+49 89 123456 bis 60,as written",
        "DE,089 123456 Mo-Fr 8-17 Uhr,as written", "DE,Raum 4711,as written", "SO,privat7 1123774,as written",
        "TK,Fax 3 7493,as written", "DE,+49 89 123456 Tor2,as written"})
    void aTextIsNotTakenForDigits(String region, String text, String expected) {
        expect(region, text, expected, !expected.equals(AS_WRITTEN));
    }

    /** Public bug reports about libphonenumber: 1106, 1067, 1816; osra 241, rapidpro 241. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"CH,+41446681800;0446681801,as written", "DE,+49 89 123456 or 654321,as written",
            "DE,089 1234 u. 089 5678,as written",
        "DE,030 12345-67/68,as written", "DE,49(0)345279580,+49 345 279580", "PL,+48 (0) 22 512 12 34,+48 22 512 12 34",
        "DE,49891234560.0,as written",
        "DE,4.98912E+10,as written", "DE,+4.98912E10,as written", "DE,49891234560.00,as written",
        "DE,0891234 0891234,as written", "DE,+49 89 123456.0,as written", "TA,2. 8750,as written",
        "DE,+49 89 123456 - 59,as written",
        "DE,089123456 - 089123457,as written", "DE,+49 89123456 089123457,as written", "DE,030 12345/6789,as written",
        "DE,01.02.1970,as written", "DE,1970-02-01,as written", "DE,089 123456/7,as written"})
    void twoNumbersOrADecimalAreNotTakenForOne(String region, String text, String expected) {
        expect(region, text, expected, false);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({"CH,+41446681800;+41446681801,+41 44 668 18 00 | +41 44 668 18 01",
            "'',+41 44 668 18 00 / +49 89 123456,+41 44 668 18 00 | +49 89 123456",
        "DE,+49 89 123456 oder (+49) 171 1234567,+49 89 123456 | +49 171 1234567",
        "DE,+49 89 123456 +49 89 123456,+49 89 123456",
        "DE,+49 89 123456 DW 7 und +49 89 123457,+49 89 123456 ext. 7 | +49 89 123457"})
    void severalNumbersAreReadIfEachHasItsPlus(String region, String text, String expected) {
        expect(region, text, expected, true);
    }

    /** The telephone columns of a German Outlook's export. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"CH,(0 41) 123-45 67,+41 41 123 45 67", "DE,+41 79 123 45 67,+41 79 123 45 67",
            "DE,+49 (0) 89 / 12 34-56,+49 89 123456",
        "DE,0041 44 123 45 67,+41 44 123 45 67", "AT,01 / 512 34 56 DW 12,+43 1 5123456 ext. 12",
        "DE,01 / 512 34 56 DW 12,as written",
        "DE,030-123456-78,+49 30 12345678", "DE,089 / 1234-0,+49 89 12340", "DE,089 - 123456,+49 89 123456",
        "CH,044.668.18.00,+41 44 668 18 00", "CH,044 - 668 - 18 - 00,+41 44 668 18 00",
        "HU,06 30/123-4567,+36 30 123 4567", "'',030-123456-78,as written"})
    void aNumberIsReadAsPeopleWriteIt(String region, String text, String expected) {
        expect(region, text, expected, false);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"US,1-800-FLOWERS,+1 800-356-9377", "DE,+1 800 GO FEDEX,+1 800-463-3339",
            "US,1-800-CONTACTS,as written", "DE,1-800-FLOWERS,as written",
        "DE,0800 12345 HANS,as written", "US,1-800-356 Hans,as written", "CH,+41 44 668 ZRH,as written"})
    void lettersAreDialledOnlyWhereTheWholeTextIsAnAmericanTollFreeNumber(String region, String text, String expected) {
        expect(region, text, expected, false);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"US,+1 202 224 3441 x12,+1 202-224-3441 ext. 12", "US,(202) 224-3441 ext. 12,+1 202-224-3441 ext. 12",
            "DE,+49 89 123456;ext=12,+49 89 123456 ext. 12",
        "FR,01 42 68 53 00 poste 12,+33 1 42 68 53 00 ext. 12", "AT,+43 1 514500 Durchwahl 7,+43 1 514500 ext. 7",
        "US,+1 202 224 3441 #12,+1 202-224-3441 ext. 12",
        "US,202 224 3441 x 12 x 13,as written", "US,202 224 3441 x12345678,as written",
        "US,202-224-3441 room 12,as written"})
    void anExtensionIsReadBehindAKnownWord(String region, String text, String expected) {
        expect(region, text, expected, false);
    }

    /** The zero of '+39 06' is dialled from abroad too. */
    @ParameterizedTest(name = "{1}")
    @CsvSource({"IT,+39 (0)6 69812345,+39 06 6981 2345", "IT,+39 06 69812345,+39 06 6981 2345",
            "DE,0049 (0) 89 123456,+49 89 123456", "DE,(0)89 123456,+49 89 123456",
        "DE,+49 (0)(0) 89 123456,as written", "DE,999(0)345279580,as written",
        "GB,+44 (0)20 7946 0018,+44 20 7946 0018"})
    void aZeroInBracketsIsDialledWhereTheCountryDialsIt(String region, String text, String expected) {
        expect(region, text, expected, false);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({"DE,4989123456,+49 89 123456", "DE,49891234,as written", "DE,41446681800,as written",
            "DE,654321,as written", "DE,1711234567,+49 171 1234567", "US,2022243441,+1 202-224-3441",
        "US,4711,as written", "DE,+49 12,as written", "SG,002431234719,as written", "TT,6903962,as written"})
    void whatMayBeAnotherNumberStaysAsWritten(String region, String text, String expected) {
        expect(region, text, expected, false);
    }

    @Test
    void digitsOfAllScriptsAreDigits() {
        expect("EG", "\u200F\u0660\u0662 \u0662\u0665\u0667\u0667 \u0660\u0660\u0660\u0660", "+20 2 25770000", false);
        expect("DE", "\u202A\uFF0B\uFF14\uFF19 89 123456\u202C", "+49 89 123456", false);
        expect("DE", "+49\u201189\u2013123456", "+49 89 123456", false);
    }

    /**
     * The library drops carriers' codes, and zeros and prefixes too many: what is left is a number that nobody wrote.
     */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"DE,+49 (00) 30 1234567", "CO,+57 03 1 2345678", "BR,0 15 11 91234-5678", "CN,17951 138 1234 5678"})
    void noDigitOfTheNumberIsDropped(String region, String text) {
        expect(region, text, AS_WRITTEN, false);
    }
}
