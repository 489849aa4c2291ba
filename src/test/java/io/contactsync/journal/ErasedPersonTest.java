package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.core.ContactKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Wherever a person stands in what is kept, they are taken out, and nobody else is. */
class ErasedPersonTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OBJECT_ID = "9f4fe8ea-6e7a-42c8-94b0-5e6a0d0d2f11";

    private static final ErasedPerson ANN = new ErasedPerson(new ContactKey("staff", "K-7"),
            List.of("Ann Bär", "ann@contoso.com", "Bo"));

    private static ObjectNode json(String text) throws JsonProcessingException {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    }

    private static String taken(ErasedPerson person, String text) throws JsonProcessingException {
        ObjectNode object = json(text);
        assertThat(person.takeOut(object)).isEqualTo(!object.equals(json(text)));
        return object.toString().replace('"', '\'').replaceAll("erased-0[0-9a-f]{8}", "ID");
    }

    @Test
    void aLineOfTheirsKeepsNothingOfWhatWasWritten() throws JsonProcessingException {
        assertThat(taken(ANN, "{'key':'staff|K-7','name':'Ann','before':'h1','after':'h2','fields':['a'],'n':1}"))
                .isEqualTo("{'key':'staff|ID','fields':[],'n':1}");
        assertThat(taken(ANN, "{'key':{'source':'staff','id':'K-7'},'name':'Ann','after':'h2'}"))
                .isEqualTo("{'key':{'source':'staff','id':'ID'}}");
    }

    @Test
    void namesGoFromTextsHoweverDeepTheyStand() throws JsonProcessingException {
        assertThat(taken(ANN, "{'a':[1,['was ANN BÄR, ann@contoso.com'],{'b':'Ann Bär'}],'c':'Hannah'}"))
                .isEqualTo("{'a':[1,['was (erased), (erased)'],{'b':'(erased)'}],'c':'Hannah'}");
    }

    @Test
    void whatIsAboutOthersStays() throws JsonProcessingException {
        for (String other : List.of("{'key':'staff|K-77','name':'Joann Bärenz','before':'h1'}", "{'key':7}",
                "{'key':'acme|K-7','after':'h2'}", "{'key':{'source':'acme','id':'K-7'}}", "{'x':'Bo','y':['K-7']}")) {
            assertThat(taken(ANN, other)).isEqualTo(other);
        }
    }

    @Test
    void anObjectIdIsSomebodyWithoutItsSourceToo() throws JsonProcessingException {
        ErasedPerson ben = new ErasedPerson(new ContactKey("graph-users", OBJECT_ID), List.of());
        assertThat(taken(ben, "{'user':'" + OBJECT_ID + "','said':'user " + OBJECT_ID + " left'}"))
                .isEqualTo("{'user':'ID','said':'user (erased) left'}");
        assertThat(ben.isOf(json("{'key':'graph-users|" + OBJECT_ID + "'}"))).isTrue();
        assertThat(ben.isOf(json("{'key':'staff|" + OBJECT_ID + "'}"))).isFalse();
        assertThat(ben.marks()).contains(OBJECT_ID);
    }
}
