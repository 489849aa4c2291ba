package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Two contacts are equal if everybody who looks at them sees the same. */
class WholeContactTest {

    private static String of(String json) throws IOException {
        return WholeContact.fingerprint(new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    @Test
    void whatDiffersBetweenAnyTwoDoesNotCount() throws IOException {
        assertThat(of(
                "{'@odata.etag':'a','id':'1','changeKey':'c','createdDateTime':'2026','lastModifiedDateTime':'2026',"
                        + "'parentFolderId':'p',"
                        + "'singleValueExtendedProperties':[{'id':'x'}],'surname':'Bern','givenName':'Ada'}"))
                .isEqualTo(of("{'id':'2','givenName':'Ada','surname':'Bern'}"));
    }

    @Test
    void everythingElseCounts() throws IOException {
        String ada = of("{'givenName':'Ada','businessPhones':['1','2'],'homeAddress':{'city':'Bern'}}");
        assertThat(of("{'givenName':'ada','businessPhones':['1','2'],'homeAddress':{'city':'Bern'}}"))
                .isNotEqualTo(ada);
        assertThat(of("{'givenName':'Ada','businessPhones':['2','1'],'homeAddress':{'city':'Bern'}}"))
                .isNotEqualTo(ada);
        assertThat(of("{'givenName':'Ada','businessPhones':['1','2'],'homeAddress':{'city':'Basel'}}"))
                .isNotEqualTo(ada);
        assertThat(
                of("{'givenName':'Ada','businessPhones':['1','2'],'homeAddress':{'city':'Bern'},'personalNotes':'x'}"))
                .isNotEqualTo(ada);
    }
}
