package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

class NormaliserTest {

    private static final Normaliser NORMALISER = new Normaliser("e164");
    private static final ContactKey KEY = new ContactKey("staff", "1");

    private static Normaliser.Normalised normalise(Map<ContactField, Value> fields) {
        return NORMALISER.normalise(new Contact(KEY, fields), "US");
    }

    private static long count(Normaliser.Normalised normalised, Remark.Kind kind) {
        return normalised.remarks().stream().filter(remark -> remark.kind() == kind).count();
    }

    private static Value.Text text(String text) {
        return new Value.Text(text);
    }

    private static String line(String text) {
        Contact contact =
                normalise(Map.of(ContactField.DISPLAY_NAME, text("Anna"), ContactField.COMPANY_NAME, text(text)))
                        .contact();
        return contact.text(ContactField.COMPANY_NAME);
    }

    private static String notes(String text) {
        return normalise(Map.of(ContactField.DISPLAY_NAME, text("Anna"), ContactField.PERSONAL_NOTES, text(text)))
                .contact().text(ContactField.PERSONAL_NOTES);
    }

    @ParameterizedTest(name = "''{0}''")
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = {"' Anna  Berg ',Anna Berg",
            "Anna\u00A0\u2003Berg,Anna Berg", "'Anna\t\r\nBerg',Anna Berg",
            "'Anna\rBerg',Anna Berg", "Anna\u000BBerg,Anna Berg", "Anna\u0085Berg,Anna Berg",
            "Anna\u2028Berg,Anna Berg", "An\u200Bna\uFEFF,Anna", "\u202EAnna\u202C,Anna",
        "A\u0000n\u001bna,Anna", "Jo\u0308rg,Jörg", "A\uD83Db,Ab", "👩‍💻,👩‍💻"})
    void bringsALineIntoOneForm(String written, String expected) {
        assertThat(line(written)).isEqualTo(expected);
    }

    /** A Chinese name once lost half of itself: Unicode 15 has characters that JDK 17 does not know. */
    @Test
    void charactersThatTheJdkDoesNotKnowStay() {
        for (String name : List.of("\u7530" + Character.toString(0x31350), Character.toString(0x31350), "Ann "
                + Character.toString(0x1FAE0), "\uE000", Character.toString(0xF0000),
                "\u0378", Character.toString(0x3FFFD), "\u0646\u200C\u0647", "\u200F\u05D0", "\u0D15\u0D4D\u200D",
                Character.toString(0x31350) + "\u0308")) {
            assertThat(line(name)).isEqualTo(name);
            assertThat(notes(name)).isEqualTo(name);
            assertThat(name(Map.of(ContactField.DISPLAY_NAME, text(name)))).isEqualTo(name);
        }
    }

    @Test
    void controlsHalvesAndNonCharactersGo() {
        for (String nothing : List.of("\u0000", "\u009F", "\uD83D", "\uDE00", "\uFDD0", "\uFDEF", "\uFFFE", "\uFFFF",
                Character.toString(0x1FFFE), Character.toString(0x10FFFF),
                "\u202E", "\u2066", "\u200B", "\u2060", "\uFEFF")) {
            assertThat(line("A" + nothing + "b")).as("U+%04X", nothing.codePointAt(0)).isEqualTo("Ab");
        }
    }

    /** Several numbers in one cell need room beside the others; half a number is somebody else's. */
    @Test
    void severalNumbersOfACellGoWhereThereIsRoom() {
        assertThat(phones(ContactField.BUSINESS_PHONES, "+41 44 668 18 00; +41 44 668 18 01"))
                .containsExactly("+41446681800", "+41446681801");
        assertThat(phones(ContactField.BUSINESS_PHONES, "+41 44 668 18 00; +41 44 668 18 01", "+49 89 123456"))
                .containsExactly("+41 44 668 18 00; +41 44 668 18 01", "+4989123456");
        assertThat(phones(ContactField.MOBILE_PHONE, "+41 44 668 18 00; +41 44 668 18 01"))
                .containsExactly("+41 44 668 18 00; +41 44 668 18 01");
        assertThat(phones(ContactField.MOBILE_PHONE, "+41 44 668 18 00; +41446681800")).containsExactly("+41446681800");
        assertThat(phones(ContactField.MOBILE_PHONE, "x".repeat(245) + " 089 123456 78")).isEmpty();
    }

    private static List<String> phones(ContactField field, String... written) {
        Value value = field.kind() == ContactField.Kind.PHONE ? text(written[0]) : new Value.Texts(List.of(written));
        Value read = normalise(Map.of(ContactField.DISPLAY_NAME, text("Anna"), field, value)).contact().fields()
                .get(field);
        return read instanceof Value.Texts texts ? texts.texts() : read.isEmpty() ? List.of()
                : List.of(((Value.Text) read).text());
    }

    @Test
    void keepsTheLinesOfNotes() {
        assertThat(notes(" one\r\ntwo\rthree\u2028four\tfive\n\u0000 ")).isEqualTo("one\ntwo\nthree\nfour\tfive");
    }

    @Test
    void cutsWhatIsTooLongBetweenCharacters() {
        Normaliser.Normalised normalised = normalise(Map.of(ContactField.DISPLAY_NAME, text("x".repeat(254) + "😀😀"),
                ContactField.PERSONAL_NOTES, text("n".repeat(20_001))));
        assertThat(normalised.contact().text(ContactField.DISPLAY_NAME)).isEqualTo("x".repeat(254));
        assertThat(normalised.contact().text(ContactField.PERSONAL_NOTES)).hasSize(20_000);
        assertThat(count(normalised, Remark.Kind.SHORTENED)).isEqualTo(2);
        assertThat(line("y".repeat(255))).hasSize(255);
    }

    @Test
    void makesADisplayNameOfWhatThereIs() {
        assertThat(name(Map.of(ContactField.GIVEN_NAME, text("Anna"), ContactField.SURNAME, text("Berg"),
                ContactField.COMPANY_NAME, text("Ltd")))).isEqualTo("Anna Berg");
        assertThat(name(Map.of(ContactField.SURNAME, text("Berg")))).isEqualTo("Berg");
        assertThat(name(Map.of(ContactField.COMPANY_NAME, text("Ltd")))).isEqualTo("Ltd");
        assertThat(name(Map.of(ContactField.EMAIL_ADDRESSES, emails("a@b.example")))).isEqualTo("a@b.example");
        assertThat(name(Map.of(ContactField.DISPLAY_NAME, text(" "), ContactField.COMPANY_NAME, text("Ltd"))))
                .isEqualTo("Ltd");
    }

    private static String name(Map<ContactField, Value> fields) {
        return normalise(fields).contact().text(ContactField.DISPLAY_NAME);
    }

    @Test
    void keepsAComposedDisplayNameWithinItsLength() {
        assertThat(name(
                Map.of(ContactField.GIVEN_NAME, text("a".repeat(200)), ContactField.SURNAME, text("b".repeat(200)))))
                .hasSize(ContactField.MAX_LINE);
    }

    @Test
    void givesANamelessContactItsDisplayNameAsGivenName() {
        assertThat(
                normalise(Map.of(ContactField.DISPLAY_NAME, text("Reception"))).contact().text(ContactField.GIVEN_NAME))
                .isEqualTo("Reception");
        assertThat(normalise(Map.of(ContactField.DISPLAY_NAME, text("A B"), ContactField.SURNAME, text("B"))).contact()
                .fields()).doesNotContainKey(ContactField.GIVEN_NAME);
    }

    @Test
    void refusesAContactWithoutAnyName() {
        assertThatThrownBy(
                () -> normalise(Map.of(ContactField.DISPLAY_NAME, text("\u200B"), ContactField.JOB_TITLE, text("CEO"))))
                .hasMessage("has no displayName, givenName, surname, companyName or e-mail address");
    }

    @Test
    void refusesAConfiguredRegionThatIsNone() {
        assertThatThrownBy(() -> NORMALISER.region("USA"))
                .hasMessage("region must be a two-letter country code such as US - was 'USA'");
        assertThat(NORMALISER.region(" de ")).isEqualTo("DE");
        assertThat(NORMALISER.region(null)).isEmpty();
    }

    @Test
    void leavesNumbersOfARowsUnknownRegionAsWritten() {
        Normaliser.Normalised normalised =
                NORMALISER.normalise(new Contact(KEY, Map.of(ContactField.DISPLAY_NAME, new Value.Text("Anna"),
                ContactField.MOBILE_PHONE, new Value.Text("202-224-3441"))), "AQ");
        assertThat(normalised.contact().text(ContactField.MOBILE_PHONE)).isEqualTo("202-224-3441");
        assertThat(count(normalised, Remark.Kind.UNREAD_PHONE)).isEqualTo(1);
    }

    @Test
    void keepsThreeDifferentEmailAddresses() {
        Normaliser.Normalised normalised = normalise(Map.of(ContactField.EMAIL_ADDRESSES,
                emails("a@x.example", "A@X.example", "no address", "", "b@x.example", "c@x.example",
                "d@x.example")));
        assertThat(((Value.Emails) normalised.contact().fields().get(ContactField.EMAIL_ADDRESSES)).emails())
                .extracting(Value.Email::address)
                .containsExactly("a@x.example", "b@x.example", "c@x.example");
        assertThat(count(normalised, Remark.Kind.LEFT_OUT)).isEqualTo(1);
        assertThat(count(normalised, Remark.Kind.DROPPED)).isEqualTo(1);
    }

    /** Half an address is somebody else's. */
    @Test
    void dropsAnEmailAddressThatIsTooLong() {
        Normaliser.Normalised normalised = normalise(Map.of(ContactField.DISPLAY_NAME, text("Anna"),
                ContactField.EMAIL_ADDRESSES, emails("a@" + "x".repeat(300) + ".example")));
        assertThat(normalised.contact().fields().get(ContactField.EMAIL_ADDRESSES).isEmpty()).isTrue();
        assertThat(count(normalised, Remark.Kind.LEFT_OUT)).isEqualTo(1);
        assertThat(count(normalised, Remark.Kind.SHORTENED)).isZero();
    }

    @Test
    void keepsTwoDifferentNumbersOfAKind() {
        Normaliser.Normalised normalised = normalise(Map.of(ContactField.DISPLAY_NAME, text("Anna"),
                ContactField.BUSINESS_PHONES,
                new Value.Texts(List.of("202 224 3441", "+1 (202) 224-3441", "", "reception", "202 224 3442"))));
        assertThat(normalised.contact().fields().get(ContactField.BUSINESS_PHONES))
                .isEqualTo(new Value.Texts(List.of("+12022243441", "reception")));
        assertThat(count(normalised, Remark.Kind.DROPPED)).isEqualTo(1);
        assertThat(count(normalised, Remark.Kind.UNREAD_PHONE)).isEqualTo(1);
    }

    @Test
    void keepsEmptiedFieldsAsManaged() {
        Map<ContactField, Value> fields = new EnumMap<>(ContactField.class);
        fields.put(ContactField.DISPLAY_NAME, text("Anna"));
        fields.put(ContactField.MOBILE_PHONE, text(" "));
        assertThat(normalise(fields).contact().fields().get(ContactField.MOBILE_PHONE)).isEqualTo(text(""));
    }

    private static Value.Emails emails(String... addresses) {
        return new Value.Emails(
                java.util.Arrays.stream(addresses).map(address -> new Value.Email("", address)).toList());
    }
}
