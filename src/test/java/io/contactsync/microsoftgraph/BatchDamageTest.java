package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.contactsync.microsoftgraph.GraphStub.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer to a batch that is damaged in one place is an answer in all others, and a wait that was read is kept. */
class BatchDamageTest extends GraphTestBase {

    private final FakeWaiter waiter = new FakeWaiter();
    private static final GraphRequest[] THREE = {post("1", "anna"), post("2", "ben"), post("3", "cid")};

    @Override
    protected void configure() {
        context.removeComponent("microsoft-graph");
        MicrosoftGraphComponent plain = component;
        component = new MicrosoftGraphComponent() {
            @Override
            Waiter newWaiter() {
                return waiter;
            }
        };
        component.setBaseUrl(plain.getBaseUrl());
        component.setTokenProvider(plain.getTokenProvider());
        component.setMaxResponseSize(100_000);
        context.addComponent("microsoft-graph", component);
    }

    private GraphBatchResponse answered(String responses) {
        stub.reply("{\"responses\":[" + responses + "]}");
        return batch(THREE);
    }

    private static String part(String id, int status) {
        return "{\"id\":\"%s\",\"status\":%d,\"body\":{\"id\":\"AAMk%s\",\"changeKey\":\"c\"}}".formatted(id, status,
                id);
    }

    private static String told(String id, int status, int seconds) {
        return "{\"id\":\"%s\",\"status\":%d,\"headers\":{\"Retry-After\":\"%d\"}}".formatted(id, status, seconds);
    }

    private static List<String> clear(GraphBatchResponse answer) {
        List<String> clear = new ArrayList<>();
        answer.items().forEach((id, item) -> clear.add(id + "=" + item.status()));
        return clear;
    }

    @Test
    void onlyTheChangeThatWasAnsweredInTwoWaysIsInDoubt() {
        GraphBatchResponse answer =
                answered(part("1", 201) + "," + part("2", 201) + "," + part("2", 429) + "," + part("3", 400));
        assertThat(clear(answer)).containsExactlyInAnyOrder("1=201", "3=400");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.code()).isEqualTo("InvalidResponse");
        assertThat(answer.message()).isEqualTo("The answer to the batch answers one id in two ways");
    }

    @Test
    void theSameAnswerTwiceIsThatAnswer() {
        GraphBatchResponse answer =
                answered(part("1", 201) + "," + part("1", 201) + "," + told("2", 429, 5) + "," + told("2", 429, 9));
        assertThat(clear(answer)).containsExactlyInAnyOrder("1=201", "2=429");
        assertThat(answer.items().get("2").retryAfter()).isEqualTo(Duration.ofSeconds(9));
        assertThat(answer.code()).isNull();
    }

    @Test
    void twoContactsMadeForOneChangeAreTwoAnswers() {
        String other = "{\"id\":\"1\",\"status\":201,\"body\":{\"id\":\"AAMkOther\",\"changeKey\":\"c\"}}";
        assertThat(clear(answered(part("1", 201) + "," + other + "," + part("1", 201)))).isEmpty();
    }

    @Test
    void anIdThatWasNotSentCostsTheOthersNothing() {
        GraphBatchResponse answer =
                answered(part("1", 201) + "," + part("9", 201) + "," + "{\"status\":204}" + "," + part("3", 204));
        assertThat(clear(answer)).containsExactlyInAnyOrder("1=201", "3=204");
        assertThat(answer.message()).contains("answers an id that was not sent", "holds a response without an id");
    }

    @Test
    void whatWasReadWholeBeforeTheAnswerBreaksOffCounts() {
        stub.reply("{\"responses\":[" + part("1", 201) + "," + part("2", 400)
                + ",{\"id\":\"3\",\"status\":201,\"body\":{\"id\":\"AA");
        GraphBatchResponse answer = batch(THREE);
        assertThat(clear(answer)).containsExactlyInAnyOrder("1=201", "2=400");
        assertThat(answer.message()).contains("breaks off");
    }

    @Test
    void whatIsBehindThePartsCostsThemNothing() {
        stub.reply("{\"responses\":[" + part("1", 201) + "]} trailing",
                "{\"responses\":[" + part("1", 201) + "],\"x\":\"" + "y".repeat(100_000) + "\"}",
                "{\"responses\":[" + part("1", 201) + "],\"responses\":[" + part("2", 201)
                        + ",7,null,[{\"id\":\"3\",\"status\":201}]]}");
        assertThat(clear(batch(THREE))).containsExactly("1=201");
        assertThat(clear(batch(THREE))).containsExactly("1=201");
        assertThat(clear(batch(THREE))).containsExactlyInAnyOrder("1=201", "2=201");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"1\"}", "{\"id\":\"1\",\"status\":0}", "{\"id\":\"1\",\"status\":99}",
            "{\"id\":\"1\",\"status\":600}",
            "{\"id\":\"1\",\"status\":\"fine\"}", "{\"id\":\"1\",\"status\":{\"code\":201}}",
            "{\"id\":\"1\",\"status\":201,\"status\":429}",
        "{\"id\":\"1\",\"id\":\"2\",\"status\":201}", "{\"id\":\"1\",\"status\":99999999999}"})
    void aPartThatDoesNotSayWhatBecameOfItIsInDoubt(String part) {
        assertThat(clear(answered(part + "," + part("3", 201)))).containsExactly("3=201");
        assertThat(clear(answered(part("1", 201) + "," + part + "," + part("3", 201)))).containsExactly("3=201");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "in doubt      | {'id':'1','status':429,'headers':{'retry-after':'5'}},{'id':'1','status':201}",
        "without status| {'id':'1','headers':{'Retry-After':'5'}}",
        "nobody's      | {'id':'9','status':429,'headers':{'Retry-After':'5'}}",
        "without an id | {'status':429,'headers':{'Retry-After':'5'}}",
            "the longest   | "
                    + "{'id':'1','status':429,'headers':{'Retry-After':'3'}},{'id':'2','status':429,"
                    + "'headers':{'Retry-After':'5'}}",
        "twice         | {'id':'1','status':429,'headers':{'Retry-After':'5','retry-after':'2'}}",
        "a success     | {'id':'1','status':201,'headers':{'Retry-After':'5'}}",
    })
    void aWaitThatWasReadIsKept(String kind, String parts) {
        GraphBatchResponse answer = answered((parts + "," + part("3", 201)).replace('\'', '"'));
        assertThat(answer.retryAfter()).as(kind).isEqualTo(Duration.ofSeconds(5));
        assertThat(answer.items()).as(kind).containsKey("3");
    }

    @Test
    void aWaitIsKeptWhereTheAnswerBreaksOff() {
        stub.reply("{\"responses\":[{\"id\":\"1\",\"status\":429,\"headers\":{\"Retry-After\":\"5\"},\"body\":{");
        GraphBatchResponse answer = batch(THREE);
        assertThat(answer.items()).isEmpty();
        assertThat(answer.sent()).isTrue();
        assertNothingGoesToAnnaFor(Duration.ofSeconds(5));
    }

    @Test
    void aWaitOfTheEnvelopeIsKeptWhateverItsBody() {
        stub.reply(Reply.json(200, "{\"responses\":[" + part("1", 201) + "]}").with("Retry-After", "6"),
                Reply.json(200, "<html>").with("Retry-After", "7"),
                Reply.json(429, "{\"error\":{\"co").with("Retry-After", "8"),
                Reply.json(429, "oops").with("Retry-After", "9").with("Content-Encoding", "gzip"));
        assertThat(batch(THREE).retryAfter()).isEqualTo(Duration.ofSeconds(6));
        assertThat(batch(THREE)).satisfies(none -> assertThat(none.status()).isZero())
                .extracting(GraphBatchResponse::retryAfter).isEqualTo(Duration.ofSeconds(7));
        for (int told : new int[] {8, 9}) {
            GraphBatchResponse refused = batch(THREE);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(told));
        }
    }

    @Test
    void nothingGoesToAMailboxInsideAWaitThatAPartWasTold() {
        answered(told("1", 429, 30) + "," + part("1", 201) + "," + part("2", 201) + "," + part("3", 201));
        int waits = waiter.waits.size();
        stub.reply("{\"responses\":[]}");
        batch(post("1", "ben"));
        assertThat(waiter.waits).as("another mailbox").hasSize(waits);
        assertNothingGoesToAnnaFor(Duration.ofSeconds(30));
    }

    private void assertNothingGoesToAnnaFor(Duration wait) {
        long before = waiter.now();
        stub.reply("{\"responses\":[]}");
        batch(post("1", "anna"));
        assertThat(Duration.ofNanos(waiter.now() - before)).isEqualTo(wait);
    }

    @Test
    void bytesWithAWrongChecksumAreNoAnswerButSafeToWaitFor() throws Exception {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (java.util.zip.GZIPOutputStream gzip = new java.util.zip.GZIPOutputStream(bytes)) {
            gzip.write(("{\"responses\":[" + told("1", 429, 5) + "," + part("2", 201) + "]}").getBytes());
        }
        byte[] damaged = bytes.toByteArray();
        damaged[damaged.length - 6] ^= 1;
        stub.reply(new Reply(200, Map.of("Content-Encoding", "gzip"), damaged));
        assertThat(batch(THREE).items()).isEmpty();
        assertNothingGoesToAnnaFor(Duration.ofSeconds(5));
    }
}
