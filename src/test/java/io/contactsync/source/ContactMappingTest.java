package io.contactsync.source;

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
        return ContactMapping.read("staff", json(json)).contact();
    }

    @Test
    void readsEveryKind() {
        Contact contact = read(
                "{'id':7,'region':'DE','displayName':'Anna','personalNotes':'n','mobilePhone':'1','children':['x'],"
                        + "'businessPhones':['2','3'],"
                        + "'emailAddresses':[{'name':'A','address':'a@x.example'},{'address':'b@x.example'}],"
                        + "'businessAddress':{'street':'s','city':'c'},'birthday':'1987-12-31T11:59:00Z'}");
        assertThat(contact).isEqualTo(new Contact(new ContactKey("staff", "7"),
                Map.of(ContactField.DISPLAY_NAME, new Value.Text("Anna"),
                        ContactField.PERSONAL_NOTES, new Value.Text("n"), ContactField.MOBILE_PHONE,
                        new Value.Text("1"), ContactField.CHILDREN, new Value.Texts(List.of("x")),
                ContactField.BUSINESS_PHONES, new Value.Texts(List.of("2", "3")),
                        ContactField.EMAIL_ADDRESSES,
                        new Value.Emails(
                                List.of(new Value.Email("A", "a@x.example"), new Value.Email("", "b@x.example"))),
                        ContactField.BUSINESS_ADDRESS, new Value.Address("s", "c", "", "", ""), ContactField.BIRTHDAY,
                        new Value.Day(LocalDate.of(1987, 12, 31)))));
    }

    @Test
    void takesNullForManagedAndEmpty() {
        Contact contact = read(
                "{'id':'7','mobilePhone':null,'businessPhones':null,'emailAddresses':null,'homeAddress':null,"
                        + "'birthday':null}");
        assertThat(contact.fields()).hasSize(5);
        assertThat(contact.fields().values()).allMatch(Value::isEmpty);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
        "null # the mapping made nothing instead of an object with id and contact properties",
        "[1] # the mapping made an array instead of an object with id and contact properties",
            "{'displayName':'x'} # a contact's id must have 1 to 190 characters, none of them a control character or "
                    + "half a character - was empty",
        "{'id':{}} # 'id' must be a text - was an object"
    })
    void saysInOneSentenceWhatWasFoundAndWhatIsAllowed(String mapped, String sentence) {
        assertThatThrownBy(() -> read(mapped)).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
    }

    /** A bad optional value once cost its row, and with it every deletion of the source for ever. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
        "'displayName':['x'] # 'displayName' is left out, it must be a text - was '['x']'",
        "'mobilePhone':{} # 'mobilePhone' is left out, it must be a text - was '{}'",
        "'businessPhones':[['1']] # 'businessPhones' is left out, it must be a text - was '['1']'",
            "'emailAddresses':[['a@x.example']] # 'emailAddresses' is left out, it must be a list of {name, address} "
                    + "- was '['a@x.example']'",
            "'homeAddress':'x' # 'homeAddress' is left out, it must be {street, city, state, countryOrRegion, "
                    + "postalCode} - was ''x''",
        "'homeAddress':{'city':[]} # 'homeAddress' is left out, it must be a text - was '[]'",
            "'birthday':'1987-02-30' # 'birthday' is left out, it must be a day as 1987-12-31 or 31.12.1987 - was "
                    + "'1987-02-30'",
        "'birthday':'00.00.00' # 'birthday' is left out, it must be a day as 1987-12-31 or 31.12.1987 - was '00.00.00'",
        "'birthday':'soon' # 'birthday' is left out, it must be a day as 1987-12-31 or 31.12.1987 - was 'soon'",
        "'birthday':{} # 'birthday' is left out, it must be a text - was '{}'",
        "'region':['DE'] # 'region' is left out, it must be a text - was '['DE']'"
    })
    void aBadOptionalValueCostsThatValue(String property, String sentence) {
        ContactMapping.Mapped mapped = ContactMapping.read("staff",
                json("{'id':'7','companyName':'Ltd'," + property + "}"));
        assertThat(mapped.contact().text(ContactField.COMPANY_NAME)).isEqualTo("Ltd");
        assertThat(mapped.contact().fields().entrySet())
                .filteredOn(entry -> entry.getKey() != ContactField.COMPANY_NAME)
                .allMatch(entry -> entry.getValue().isEmpty() || entry.getValue().equals(new Value.Texts(List.of(""))));
        assertThat(mapped.remarks()).extracting(remark -> remark.at("line 2", "Anna").sentence().replace('"', '\''))
                .containsExactly("line 2, Anna: " + sentence);
        assertThat(mapped.remarks()).extracting(remark -> remark.at("line 2", "Anna").safe())
                .containsExactly("line 2: " + sentence.substring(0, sentence.indexOf(" - was")) + " - was '...'");
    }

    @Test
    void aTextIsAListOfOne() {
        Contact contact = read("{'id':'7','businessPhones':'1','children':'x','emailAddresses':'a@x.example'}");
        assertThat(contact).isEqualTo(read(
                "{'id':'7','businessPhones':['1'],'children':['x'],'emailAddresses':[{'address':'a@x.example'}]}"));
        assertThat(read("{'id':'7','emailAddresses':['a@x.example']}"))
                .isEqualTo(read("{'id':'7','emailAddresses':{'address':'a@x.example'}}"));
    }

    @Test
    void namesAllPropertiesIfOneIsUnknown() {
        assertThatThrownBy(() -> read("{'id':'7','mobile':'1'}"))
                .hasMessageStartingWith("'mobile' is not a contact property - allowed are id, region, displayName, ")
                .hasMessageContaining("mobilePhone");
    }

    @Test
    void takesTheRowsRegion() {
        assertThat(ContactMapping.read("staff", json("{'id':'7','region':' DE '}")).region()).isEqualTo("DE");
        assertThat(ContactMapping.read("staff", json("{'id':'7','region':null}")).region()).isEmpty();
        assertThat(ContactMapping.read("staff", json("{'id':'7'}")).region()).isEmpty();
    }
}
