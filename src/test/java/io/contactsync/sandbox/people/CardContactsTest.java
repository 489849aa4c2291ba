package io.contactsync.sandbox.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.sandbox.people.card.CardFiles;
import io.contactsync.sandbox.people.card.Notes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardContactsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SAMPLES = Path.of("src/test/resources/people");
    @TempDir
    Path folder;
    private final List<String> notes = new ArrayList<>();

    @Test
    void outlooksExportIsRead() throws IOException {
        List<JsonNode> contacts = contacts(SAMPLES.resolve("outlook-contacts.csv"));
        assertThat(contacts).hasSize(3);
        assertThat(contacts.get(0)).isEqualTo(JSON.readTree("""
                      {"givenName":"Jane","middleName":"Q.","surname":"Public","generation":"Jr.","nickName":"JQ",\
             "jobTitle":"Buyer","companyName":"Customer, Inc.",
                       "department":"Purchasing","officeLocation":"12","businessHomePage":"https://customer.example",\
             "manager":"Max Boss","assistantName":"Al Aide",
                       "spouseName":"Sam","title":"Dr.","homePhones":["+1 202-555-0101"],"businessPhones":["+1 \
             202-555-0102","+1 202-555-0103"],"children":[],
                       "imAddresses":["sip:jane@customer.example"],"categories":["Customers","Golf"],\
             "mobilePhone":"+1 202-555-0104",
                       "personalNotes":"First line\\nsecond \\"line\\"",\
             "emailAddresses":[{"address":"jane@customer.example"},{"address":"jane.2@customer.example"}],
             "birthday":"1984-02-29T00:00:00Z",
                       "businessAddress":{"street":"1 Main St","city":"Springfield","state":"IL","postalCode":"62701",\
             "countryOrRegion":"USA"},
                       "homeAddress":{"street":"2 Oak Ave","city":"Springfield","state":"IL","postalCode":"62702",\
             "countryOrRegion":"USA"}}"""));
        assertThat(contacts.get(1).path("companyName").asText()).isEqualTo("株式会社例");
        assertThat(contacts.get(1).has("birthday")).isFalse();
        assertThat(contacts.get(2).path("yomiSurname").asText()).isEqualTo("やまだ");
        assertThat(notes).singleElement().asString().endsWith("ignored the columns 'Pager', 'Business Fax'");
    }

    @Test
    void vCardsBecomeContacts() throws IOException {
        List<JsonNode> contacts = contacts(SAMPLES.resolve("vcards"));
        assertThat(contacts.stream().map(each -> each.path("displayName").asText()))
                .containsExactly("Dr. Jürgen Müller", "Grace Hopper", "林 美玲", "Ελένη Παπαδοπούλου");
        assertThat(contacts.get(0).path("title").asText()).isEqualTo("Dr.");
        assertThat(contacts.get(1).path("homeAddress").path("city").asText()).isEqualTo("Springfield");
        assertThat(contacts.get(1).path("emailAddresses").path(0))
                .isEqualTo(JSON.readTree("{\"name\":\"Grace Hopper\",\"address\":\"first@customer.example\"}"));
    }

    @Test
    void whatIsBeyondGraphsLimitsIsCutOrLeftOutAndSaid() throws IOException {
        List<JsonNode> contacts =
                contacts(Files.writeString(folder.resolve("c.csv"), "name,mail,phone,birthday,department\n"
            + "Ada,a@b;c@d;e@f;g@h,1;2;3,31.12.1970," + "D".repeat(256) + "\nBob,,,yesterday,\n,,4,,x\n"));
        assertThat(contacts.get(0).path("emailAddresses")).hasSize(3);
        assertThat(contacts.get(0).path("businessPhones")).hasSize(2);
        assertThat(contacts.get(0).path("birthday").asText()).isEqualTo("1970-12-31T00:00:00Z");
        assertThat(contacts.get(0).path("department").asText()).hasSize(255);
        assertThat(contacts).hasSize(2);
        assertThat(notes.stream().map(note -> note.substring(note.indexOf("line")))).containsExactlyInAnyOrder(
                "line 2, mail: found 4, Graph allows 3, left out g@h",
                "line 2, businessPhones: found 3, Graph allows 2, left out 3",
                "line 2, department: cut to 255 characters, found 256",
            "line 3, birthday: left out 'yesterday' - allowed is a day as 1987-12-31, 12/31/1987 or 31.12.1987",
            "line 4: left out, it has no name, company or e-mail address");
    }

    private List<JsonNode> contacts(Path path) throws JsonProcessingException {
        Notes told = new Notes(notes::add);
        List<JsonNode> contacts = new ArrayList<>();
        for (String json : CardContacts.json(CardFiles.read(path, CardContacts.fields(), told), told)) {
            contacts.add(JSON.readTree(json));
        }
        return contacts;
    }
}
