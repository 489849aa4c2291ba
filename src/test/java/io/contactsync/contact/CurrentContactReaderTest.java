package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.HiddenKey;
import io.contactsync.core.Ownership;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Locale;

class CurrentContactReaderTest {

    private static final HiddenKey ANNA = new HiddenKey("main", new ContactKey("staff", "7"));

    private static CurrentContact read(String json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json.replace('\'', '"'))) {
            parser.nextToken();
            CurrentContact contact = new CurrentContactReader("Company").read(parser);
            assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
            assertThat(parser.nextToken()).as("left on the row's end").isNull();
            return contact;
        }
    }

    private static String hidden(String id, String value) {
        return "{'id':'" + id + "','value':'" + value + "'}";
    }

    @Test
    void readsBothMarksAndTheVersion() throws Exception {
        assertThat(read(
                "{'@odata.etag':'W/1','id':'a','changeKey':'v1','categories':['Red','Company'],"
                        + "'singleValueExtendedProperties':["
                        + hidden(HiddenProperties.KEY, ANNA.text()) + "," + hidden(HiddenProperties.HASH, "h1") + "]}"))
                .isEqualTo(new CurrentContact("a", "v1", true, ANNA, "h1"));
    }

    @Test
    void readsThemInAnyLetterCase() throws Exception {
        CurrentContact contact = read("{'id':'a','categories':['COMPANY'],'singleValueExtendedProperties':["
                + hidden(HiddenProperties.HASH.toUpperCase(Locale.ROOT), "h1") + ","
                + hidden(HiddenProperties.KEY.toLowerCase(Locale.ROOT), ANNA.text()) + "]}");
        assertThat(contact).isEqualTo(new CurrentContact("a", null, true, ANNA, "h1"));
    }

    @Test
    void skipsPrivateContacts() throws Exception {
        assertThat(read("{'id':'a','categories':['Red'],'changeKey':'v'}")).isNull();
        assertThat(read("{'id':'a','categories':[],'singleValueExtendedProperties':[]}")).isNull();
        assertThat(read("{'id':'a','categories':null,'singleValueExtendedProperties':null}")).isNull();
        assertThat(read("{}")).isNull();
        assertThat(read("{'id':'a','singleValueExtendedProperties':["
                + hidden("String {x} Name Other", "v1|main|staff|7") + "]}")).isNull();
    }

    @Test
    void tellsOwnershipApart() throws Exception {
        String key = "'singleValueExtendedProperties':[" + hidden(HiddenProperties.KEY, ANNA.text()) + "]";
        assertThat(read("{'id':'a','categories':['Company'],'singleValueExtendedProperties':["
                + hidden(HiddenProperties.KEY, "nonsense") + "]}").ownership("main"))
                .isEqualTo(Ownership.UNPROVEN);
        assertThat(read("{'id':'a','categories':['Company']}").ownership("main")).isEqualTo(Ownership.UNPROVEN);
        assertThat(read("{'id':'a','categories':['Other']," + key + "}").ownership("main"))
                .isEqualTo(Ownership.RELEASED);
        assertThat(read("{'id':'a','categories':['Company']," + key + "}").ownership("branch"))
                .isEqualTo(Ownership.OTHER_INSTANCE);
        assertThat(read("{'id':'a','categories':['Company']," + key + "}").ownership("main")).isEqualTo(Ownership.OURS);
    }

    @Test
    void passesOverWhatItDoesNotKnow() throws Exception {
        assertThat(read(
                "{'x':{'id':'no','categories':['Company'],'y':[{'id':'no'}]},'categories':['Company'],'z':[[1],{}],"
                        + "'singleValueExtendedProperties':[{'w':{'id':'no'},'id':'"
                        + HiddenProperties.KEY + "','value':'" + ANNA.text() + "','v':[1,{}]}],'id':'a'}"))
                .isEqualTo(new CurrentContact("a", null, true, ANNA, null));
    }

    @Test
    void asksForItsTwoPropertiesOnly() {
        assertThat(new CurrentContactReader("Company").expand()).contains(HiddenProperties.KEY, HiddenProperties.HASH);
    }
}
