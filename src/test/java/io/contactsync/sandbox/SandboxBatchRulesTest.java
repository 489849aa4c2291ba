package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a batch must be like to be carried out at all. */
class SandboxBatchRulesTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();
    private static final String GET = "'method':'GET','url':'/users?$top=1'";
    private static final String POST = "'method':'POST','url':'/users/x/contacts'";

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void twentyRequestsAreTakenAndTwentyOneRefused() {
        assertThat(CLIENT.batch(
                SandboxBatchTest.batch(20, i -> "{\"id\":\"" + i + "\",\"method\":\"GET\",\"url\":\"/users?$top=1\"}"))
                .status()).isEqualTo(200);
        SandboxClient.Answer answer = CLIENT.batch(
                SandboxBatchTest.batch(21, i -> "{\"id\":\"" + i + "\",\"method\":\"GET\",\"url\":\"/users?$top=1\"}"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("BadRequest");
        assertThat(answer.message()).isEqualTo("Number of requests inside batch exceed the limit.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'requests':", "[]", "{}", "{'requests':[]}", "{'requests':{}}", "{'requests':['GET']}",
            "{'requests':[{'id':'1'," + GET + ",'headers':[]}]}",
            "{'requests':[{'id':{}," + GET + "}]}", "{'requests':[{" + GET + "}]}",
            "{'requests':[{'id':'','method':'GET','url':'/users'}]}",
            "{'requests':[{'id':'1','url':'/users'}]}", "{'requests':[{'id':'1','method':'GET'}]}",
            "{'requests':[{'id':'1','method':'GET','url':''}]}",
        "{'requests':[{'id':'1'," + GET + "}]} more"})
    void whatIsNoEnvelopeIsRefused(String envelope) {
        refused(envelope, "Invalid batch payload format.");
    }

    @Test
    void absoluteAddressesAndBatchesInBatchesAreRefused() {
        refused("{'requests':[{'id':'1','method':'GET','url':'https://graph.microsoft.com/v1.0/users'}]}",
                "Invalid batch payload format.");
        refused("{'requests':[{'id':'1','method':'GET','url':'HTTPS://graph.microsoft.com/v1.0/users'}]}",
                "Invalid batch payload format.");
        refused("{'requests':[{'id':'1','method':'POST','url':'/$batch',"
                + "'headers':{'Content-Type':'application/json'},'body':{'requests':[]}}]}",
                "Invalid batch payload format.");
    }

    @Test
    void moreThanFourMegabytesAreRefusedAsAWhole() {
        String batch = json("{'requests':[{'id':'1'," + GET + "}]}");
        int room = 4 * 1024 * 1024 - batch.length();
        assertThat(CLIENT.batch(batch + " ".repeat(room)).status()).isEqualTo(200);
        assertThat(CLIENT.batch(batch + " ".repeat(room + 1)).status()).isEqualTo(413);
    }

    @Test
    void theLeadingSlashMayBeMissing() {
        assertThat(statusOfFirst("{'requests':[{'id':'1','method':'GET','url':'users?$top=1'}]}")).isEqualTo(200);
    }

    @Test
    void theVersionIsNotPartOfTheAddress() {
        assertThat(statusOfFirst("{'requests':[{'id':'1','method':'GET','url':'/v1.0/users'}]}")).isEqualTo(400);
    }

    @Test
    void idsAreUniqueWithoutRegardToCase() {
        refused("{'requests':[{'id':'a'," + GET + "},{'id':'A'," + GET + "}]}",
                "Request Id A has to be unique in a batch.");
    }

    @ParameterizedTest
    @ValueSource(strings = {POST, POST + ",'headers':{'Content-Type':'application/json'}", POST + ",'body':{}",
            POST + ",'headers':{'X-Other':'y'},'body':{}",
            "'method':'PATCH','url':'/users/x/contacts/y','body':{}",
            "'method':'DELETE','url':'/users/x/contacts/y','body':{}"})
    void aWriteNeedsABodyAndItsType(String request) {
        refused("{'requests':[{'id':'7'," + request + "}]}",
                "Write request id : 7 does not contain Content-Type header or body.");
    }

    @Test
    void dependenciesAreNoneSerialOrOnOneAndTheSame() {
        assertThat(statusOfFirst(dependencies("", "'1'", "'2'"))).isEqualTo(200);
        assertThat(statusOfFirst(dependencies("", "'1'", "'1'"))).isEqualTo(200);
        assertThat(statusOfFirst(dependencies("", "", "'1'"))).isEqualTo(200);
        refused(dependencies("", "'1'", "'2'", "'1'"), "Batch should be either fully sequential or fully parallel.");
        refused(dependencies("", "'1'", "", "'3'"), "Batch should be either fully sequential or fully parallel.");
        refused(dependencies("", "'1'", "'1','2'"), "Batch should be either fully sequential or fully parallel.");
    }

    @Test
    void aRequestDependsOnThoseBeforeItOnly() {
        refused(dependencies("'2'", ""), "Invalid dependency for request Id 1.");
        refused(dependencies("", "'9'"), "Invalid dependency for request Id 2.");
        refused(dependencies("'1'"), "Invalid dependency for request Id 1.");
    }

    private static String dependencies(String... dependsOn) {
        return SandboxBatchTest.batch(dependsOn.length,
                i -> "{'id':'" + (i + 1) + "'," + GET + ",'dependsOn':[" + dependsOn[i] + "]}");
    }

    private static int statusOfFirst(String envelope) {
        SandboxClient.Answer answer = CLIENT.batch(json(envelope));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return SandboxBatchTest.one(answer, "1").get("status").asInt();
    }

    private static void refused(String envelope, String message) {
        SandboxClient.Answer answer = CLIENT.batch(json(envelope));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("BadRequest");
        assertThat(answer.message()).isEqualTo(message);
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
