package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

class ContactMappingTest {

    private static JsonNode json(String json) {
        try {
            return new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static Contact read(String json) {
        return ContactMapping.read("staff", json(json));
    }

    @Test
    void readsEveryKind() {
        Contact contact = read("{'id':7,'region':'DE','displayName':'Anna','personalNotes':'n','mobilePhone':'1','children':['x'],'businessPhones':['2','3'],"
                + "'emailAddresses':[{'name':'A','address':'a@x.example'},{'address':'b@x.example'}],'businessAddress':{'street':'s','city':'c'},'birthday':'1987-12-31T11:59:00Z'}");
        assertThat(contact).isEqualTo(new Contact(new ContactKey("staff", "7"), Map.of(ContactField.DISPLAY_NAME, new Value.Text("Anna"),
                ContactField.PERSONAL_NOTES, new Value.Text("n"), ContactField.MOBILE_PHONE, new Value.Text("1"), ContactField.CHILDREN, new Value.Texts(List.of("x")),
                ContactField.BUSINESS_PHONES, new Value.Texts(List.of("2", "3")),
                ContactField.EMAIL_ADDRESSES, new Value.Emails(List.of(new Value.Email("A", "a@x.example"), new Value.Email("", "b@x.example"))),
                ContactField.BUSINESS_ADDRESS, new Value.Address("s", "c", "", "", ""), ContactField.BIRTHDAY, new Value.Day(LocalDate.of(1987, 12, 31)))));
    }

    @Test
    void takesNullForManagedAndEmpty() {
        Contact contact = read("{'id':'7','mobilePhone':null,'businessPhones':null,'emailAddresses':null,'homeAddress':null,'birthday':null}");
        assertThat(contact.fields()).hasSize(5);
        assertThat(contact.fields().values()).allMatch(Value::isEmpty);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
        "null # the mapping made nothing instead of an object with id and contact properties",
        "[1] # the mapping made a array instead of an object with id and contact properties",
        "{'displayName':'x'} # a contact's id must have 1 to 190 characters, none of them a control character or half a character - was empty",
        "{'id':{}} # 'id' must be a text - was a object",
        "{'id':'7','displayName':['x']} # 'displayName' must be a text - was a array",
        "{'id':'7','businessPhones':'1'} # 'businessPhones' must be a list - was a string",
        "{'id':'7','businessPhones':[['1']]} # 'businessPhones' must be a text - was a array",
        "{'id':'7','emailAddresses':['a@x.example']} # 'emailAddresses' must be a list of {name, address} - found a string",
        "{'id':'7','emailAddresses':{'address':'a'}} # 'emailAddresses' must be a list - was a object",
        "{'id':'7','homeAddress':'x'} # 'homeAddress' must be {street, city, state, countryOrRegion, postalCode} - was a string",
        "{'id':'7','birthday':'31.12.1987'} # 'birthday' must be a day as 1987-12-31 - was '31.12.1987'",
        "{'id':'7','birthday':'1987-02-30'} # 'birthday' must be a day as 1987-12-31 - was '1987-02-30'"
    })
    void saysInOneSentenceWhatWasFoundAndWhatIsAllowed(String mapped, String sentence) {
        assertThatThrownBy(() -> read(mapped)).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
    }

    @Test
    void namesAllPropertiesIfOneIsUnknown() {
        assertThatThrownBy(() -> read("{'id':'7','mobile':'1'}")).hasMessageStartingWith("'mobile' is not a contact property - allowed are id, region, displayName, ")
                .hasMessageContaining("mobilePhone");
    }

    @Test
    void takesTheRowsRegionBeforeTheSources() {
        assertThat(ContactMapping.region(json("{'region':' DE '}"), "US")).isEqualTo("DE");
        assertThat(ContactMapping.region(json("{'region':''}"), "US")).isEqualTo("US");
        assertThat(ContactMapping.region(json("{}"), "US")).isEqualTo("US");
    }
}
