package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonToken;
import io.contactsync.microsoftgraph.GraphStub.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operation list: pages in order, nothing fetched ahead, and every way in which a collection can mislead. */
class PagingTest extends GraphTestBase {

    private static final String USERS = "microsoft-graph:list?path=/users";

    private String page(String next, String... ids) {
        StringBuilder rows = new StringBuilder();
        for (String id : ids) {
            rows.append(rows.length() == 0 ? "" : ",").append("{\"id\":\"").append(id)
                    .append("\",\"o\":{\"a\":[1,{}]}}");
        }
        return "{\"@odata.context\":\"c\"" + (next == null ? "" : ",\"@odata.nextLink\":\"" + next + "\"")
                + ",\"value\":[" + rows + "]}";
    }

    @Test
    void followsLinksByteForByteAndOnlyWhenRowsAreWanted() {
        String odd = "/v1.0/users?$skiptoken=a%2fb'(d);~!*%7B";
        stub.reply(page(stub.url(odd), "1", "2"), page(stub.url("/v1.0/users?x=2")), page(null, "3"));
        Iterator<?> rows = (Iterator<?>) call(USERS, null, Map.of());
        assertThat(stub.seen).isEmpty();
        rows.next();
        rows.next();
        assertThat(stub.seen).hasSize(1);
        assertThat(rows.next()).hasToString("{\"id\":\"3\",\"o\":{\"a\":[1,{}]}}");
        assertThat(rows.hasNext()).isFalse();
        assertThat(stub.seen).extracting(GraphStub.Seen::uri).containsExactly("/v1.0/users", odd, "/v1.0/users?x=2");
    }

    @Test
    void sendsTheHeadersOfAnAdvancedQueryWithEveryPage() {
        stub.reply(page(stub.url("/v1.0/users?x=2"), "1"), page(null, "2"));
        list(USERS + "&advancedQuery=true&top=999&pageSizePreference=50&immutableIds=true", Map.of());
        assertThat(stub.seen.get(0).uri()).isEqualTo("/v1.0/users?$top=999&$count=true");
        assertThat(stub.seen).extracting(s -> s.header("ConsistencyLevel")).containsExactly("eventual", "eventual");
        assertThat(stub.seen).extracting(s -> s.header("Prefer"))
                .containsOnly("IdType=\"ImmutableId\", odata.maxpagesize=50");
        assertThat(stub.seen).extracting(s -> s.header("client-request-id")).doesNotHaveDuplicates();
        assertThat(stub.seen).extracting(s -> s.header("Accept-Encoding")).containsOnly("gzip");
    }

    @Test
    void readsRowsWithAReaderOfItsOwn() {
        context.getRegistry().bind("ids", (GraphItemReader<String>) parser -> {
            String id = null;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                if ("id".equals(parser.currentName()) && parser.currentToken() == JsonToken.VALUE_STRING) {
                    id = parser.getText();
                }
                parser.skipChildren();
            }
            return "2".equals(id) ? null : id;
        });
        stub.reply(page(null, "1", "2", "3"));
        assertThat(list(USERS + "&itemReader=#ids", Map.of())).containsExactly("1", "3");
    }

    @Test
    void noticesAReaderThatLeavesTheParserElsewhere() {
        context.getRegistry().bind("bad", (GraphItemReader<String>) parser -> parser.nextFieldName());
        stub.reply(page(null, "1"));
        assertThatThrownBy(() -> list(USERS + "&itemReader=#bad", Map.of())).hasMessageContaining("END_OBJECT");
    }

    @Test
    void startsFromALinkInTheHeader() {
        stub.reply(page(null, "1"));
        list(USERS, Map.of(MicrosoftGraphConstants.LINK, stub.url("/v1.0/users/delta?$deltatoken=x")));
        assertThat(stub.seen.get(0).uri()).isEqualTo("/v1.0/users/delta?$deltatoken=x");
        assertThatThrownBy(
                () -> list(USERS, Map.of(MicrosoftGraphConstants.LINK, "https://graph.microsoft.com/v1.0/users")))
                .isInstanceOf(GraphException.class).hasMessageContaining("foreign address");
    }

    @Test
    void keepsTheDeltaLink() {
        stub.reply("{\"value\":[],\"@odata.deltaLink\":\"" + stub.url("/v1.0/d") + "\"}");
        GraphPages<?> pages = (GraphPages<?>) call(USERS, null, Map.of());
        assertThat(pages.hasNext()).isFalse();
        assertThat(pages.deltaLink()).isEqualTo(stub.url("/v1.0/d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://127.0.0.1:OTHER/v1.0/users?x=2",
        "http://localhost:PORT/v1.0/users?x=2",
        "https://127.0.0.1:PORT/v1.0/users?x=2",
        "http://127.0.0.1/v1.0/users?x=2",
        "http://user@127.0.0.1:PORT/v1.0/users?x=2",
        "http://127.0.0.1:PORT@127.0.0.1:OTHER/v1.0/users?x=2",
        "http://127.0.0.1:PORT.evil.example/v1.0/users?x=2",
        "http://127.0.0.1:PORT\\\\@127.0.0.1:OTHER/v1.0/users",
        "//127.0.0.1:OTHER/v1.0/users?x=2",
        "/v1.0/users?x=2",
        "http://127.0.0.1:PORT/v1.0/users\\r\\nX: y",
        "javascript:alert(1)"})
    void neverSendsTheTokenElsewhere(String link) throws Exception {
        try (GraphStub other = new GraphStub()) {
            String evil = link.replace("PORT", port(stub)).replace("OTHER", port(other));
            stub.reply(page(evil, "1"));
            assertThatThrownBy(() -> list(USERS, Map.of())).isInstanceOfSatisfying(GraphException.class,
                    e -> assertThat(e.code()).isEqualTo("InvalidLink"));
            assertThat(other.seen).isEmpty();
            assertThat(stub.seen).hasSize(1);
        }
    }

    private static String port(GraphStub stub) {
        return stub.url("").substring("http://127.0.0.1:".length());
    }

    @Test
    void noticesTheSameLinkAgain() {
        String again = stub.url("/v1.0/users?x=2");
        stub.reply(page(again, "1"), page(again, "2"));
        assertLoop("same link");
    }

    @Test
    void noticesTheSameRowsUnderEverNewLinks() {
        stub.answer(request -> Reply.json(200, page(stub.url("/v1.0/users?x=" + stub.seen.size()), "1", "2")));
        assertLoop("same rows");
        assertThat(stub.seen).hasSize(2);
    }

    @Test
    void noticesTheSameRowsInLargePages() {
        String[] ids = new String[5000];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = "id-" + i;
        }
        String changed = page(stub.url("/v1.0/users?x=2"), ids).replace("id-4999", "id-5000");
        stub.reply(page(stub.url("/v1.0/users?x=1"), ids), changed,
                changed.replace("?x=2", "?x=3").replace("\"c\"", "\"" + "c".repeat(100) + "\""));
        assertLoop("same rows");
        assertThat(stub.seen).hasSize(3);
    }

    @Test
    void acceptsEmptyPagesInTheMiddle() {
        stub.reply(page(stub.url("/v1.0/users?x=1")), page(stub.url("/v1.0/users?x=2")), page(null, "1"));
        assertThat(list(USERS, Map.of())).hasSize(1);
    }

    @Test
    void endsAfterTheMostPagesAllowed() {
        stub.answer(request -> Reply.json(200,
                page(stub.url("/v1.0/users?x=" + stub.seen.size()), "r" + stub.seen.size())));
        assertThatThrownBy(() -> list(USERS + "&maxPages=3", Map.of())).hasMessageContaining("more than 3 pages");
        assertThat(stub.seen).hasSize(3);
    }

    private void assertLoop(String words) {
        assertThatThrownBy(() -> list(USERS, Map.of()))
                .isInstanceOfSatisfying(GraphException.class, e -> assertThat(e.code()).isEqualTo("Loop"))
                .hasMessageContaining(words);
    }

    @Test
    void comparesTheCountWithTheRows() {
        String counted = "{\"@odata.count\":%d,\"value\":[" + "{},".repeat(99) + "{}]}";
        stub.reply(counted.formatted(101), counted.formatted(102), counted.formatted(99), counted.formatted(98),
                "{\"value\":[]}");
        String uri = USERS + "&verifyCount=true";
        assertThat(list(uri, Map.of())).hasSize(100);
        assertThatThrownBy(() -> list(uri, Map.of())).hasMessageContaining("100 rows of 102");
        assertThatThrownBy(() -> list(uri, Map.of())).hasMessageContaining("100 rows of 99");
        assertThatThrownBy(() -> list(uri, Map.of())).hasMessageContaining("100 rows of 98");
        assertThatThrownBy(() -> list(uri, Map.of())).hasMessageContaining("without the count");
    }

    /** A list that is good enough to be used may lack somebody all the same. */
    @Test
    void knowsWhetherAnyRowIsMissing() {
        String counted = "{\"@odata.count\":%d,\"value\":[" + "{},".repeat(99) + "{}]}";
        stub.reply(counted.formatted(101), counted.formatted(100), page(null, "1"));
        for (boolean exact : List.of(false, true, true)) {
            GraphPages<?> rows = (GraphPages<?>) call(USERS, null, Map.of());
            rows.forEachRemaining(row -> { });
            assertThat(rows.isExact()).isEqualTo(exact);
        }
    }

    @Test
    void failsOutOfTheIteratorAndStaysFailed() {
        stub.reply(Reply.json(200, page(stub.url("/v1.0/users?x=2"), "1")),
                Reply.error(400, "Directory_ExpiredPageToken"));
        Iterator<?> rows = (Iterator<?>) call(USERS, null, Map.of());
        rows.next();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(rows::hasNext).isInstanceOfSatisfying(GraphException.class, e -> {
                assertThat(e.code()).isEqualTo("Directory_ExpiredPageToken");
                assertThat(e.retryable()).isFalse();
            });
        }
        assertThat(stub.seen).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"value\":[{\"id\":\"1\"}", "{\"value\":{}}", "{}", "{\"value\":[1]}", "<html>", ""})
    void refusesWhatIsNoCollection(String body) {
        stub.reply(body);
        assertThatThrownBy(() -> list(USERS, Map.of())).isInstanceOfSatisfying(GraphException.class,
                e -> assertThat(e.code()).isEqualTo("InvalidResponse"));
    }

    @Test
    void closesEarly() {
        stub.reply(page(stub.url("/v1.0/users?x=2"), "1", "2"));
        GraphPages<?> pages = (GraphPages<?>) call(USERS, null, Map.of());
        pages.next();
        pages.close();
        assertThat(pages.hasNext()).isFalse();
        assertThat(List.of(pages.pages(), (int) pages.rows())).containsExactly(1, 2);
    }
}
