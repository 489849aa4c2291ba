package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A contact's fields as people read them. */
class PlainFieldsTest {

    private static Map<String, String> fields(Map<ContactField, Value> values) {
        return PlainFields.of(new ContactRenderer("Colleagues", "main")
                .render(new Contact(new ContactKey("staff", "1"), values)));
    }

    @Test
    void eachValueIsOneLineAndEmptyOnesAreLeftOut() {
        assertThat(fields(Map.of(ContactField.DISPLAY_NAME, new Value.Text("Ann"), ContactField.NICK_NAME,
                new Value.Text(""),
                ContactField.BUSINESS_PHONES, new Value.Texts(List.of("1", "2")), ContactField.HOME_PHONES,
                        new Value.Texts(List.of()),
                ContactField.EMAIL_ADDRESSES, new Value.Emails(List.of(new Value.Email("Ann", "a@x.y"),
                        new Value.Email("", "b@x.y"))),
                ContactField.BUSINESS_ADDRESS, new Value.Address("Street 1", "Hamburg", "", "Germany", "20095"),
                ContactField.BIRTHDAY, new Value.Day(LocalDate.of(1980, 2, 29)), ContactField.PERSONAL_NOTES,
                        new Value.Text("one\r\ntwo"))))
                .containsExactlyInAnyOrderEntriesOf(Map.of("displayName", "Ann", "businessPhones", "1, 2",
                        "emailAddresses", "Ann <a@x.y>, b@x.y",
                        "businessAddress", "Street 1, Hamburg, Germany, 20095", "birthday", "1980-02-29",
                                "personalNotes", "one / two"));
    }

    @Test
    void longTextsAreCutAndStillDiffer() {
        String one = fields(Map.of(ContactField.PERSONAL_NOTES, new Value.Text("x".repeat(1_000) + "a")))
                .get("personalNotes");
        String other = fields(Map.of(ContactField.PERSONAL_NOTES, new Value.Text("x".repeat(1_000) + "b")))
                .get("personalNotes");
        assertThat(one).startsWith("x".repeat(200) + "… (1001 characters, sum ").hasSizeLessThan(260)
                .isNotEqualTo(other);
        assertThat(fields(Map.of(ContactField.PERSONAL_NOTES, new Value.Text("x".repeat(199) + "😀y")))
                .get("personalNotes"))
                .as("no half character").startsWith("x".repeat(199) + "…");
    }
}
