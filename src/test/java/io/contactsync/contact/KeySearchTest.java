package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.core.ContactKey;
import io.contactsync.core.HiddenKey;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphItemResponse;
import io.contactsync.microsoftgraph.GraphRequest;
import org.junit.jupiter.api.Test;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How contacts are looked for by their keys, and when what was found is all. */
class KeySearchTest {

    private static final KeySearch SEARCH = new KeySearch(new CurrentContactReader("Company"));
    private static final String NO_FOLDER = "{\"value\":[]}";
    private static final String ROW = "{\"id\":\"c1\",\"changeKey\":\"v1\",\"categories\":[\"Company\"],"
            + "\"singleValueExtendedProperties\":[{\"id\":\"" + HiddenProperties.KEY
            + "\",\"value\":\"v1|main|staff|1\"}]}";

    private static HiddenKey key(String id) {
        return new HiddenKey("main", new ContactKey("staff", id));
    }

    private static List<GraphRequest> requests(List<HiddenKey> keys) {
        return KeySearch.requests("box", KeySearch.filters(keys));
    }

    private static GraphBatchResponse response(String... bodies) throws JsonProcessingException {
        Map<String, GraphItemResponse> items = new HashMap<>();
        for (String body : bodies) {
            String id = Integer.toString(items.size() + 1);
            items.put(id, new GraphItemResponse(id, body == null ? 503 : 200, null, null, null, null, null,
                    body == null ? null : new ObjectMapper().readTree(body)));
        }
        return new GraphBatchResponse(200, true, null, null, null, items, "c", "r");
    }

    @Test
    void aRequestLooksForTenKeysAtMost() {
        List<GraphRequest> requests =
                requests(IntStream.range(0, 21).mapToObj(id -> key("p" + id)).toList());
        assertThat(requests).extracting(GraphRequest::id).containsExactly("1", "2", "3", "4");
        assertThat(requests.get(0).url()).startsWith("/users/box/contactFolders?");
        assertThat(requests.subList(1, 4)).allMatch(request -> request.method().equals("GET")
                && request.url().startsWith("/users/box/contacts?$select=id,changeKey,categories"));
        assertThat(requests.get(3).url()).contains("p20").doesNotContain("p19");
    }

    @Test
    void aRequestsAddressStaysShort() {
        List<HiddenKey> keys = IntStream.range(0, 10).mapToObj(id -> key("\u00e4\u6f22".repeat(90) + id)).toList();
        List<GraphRequest> requests = requests(keys);
        assertThat(requests).hasSizeGreaterThan(5).allMatch(request -> request.url().length() < 5_000);
        assertThat(String.join(" ", requests.stream().map(GraphRequest::url).toList()).split("p%2Fvalue", -1))
                .as("each key once").hasSize(11);
    }

    @Test
    void aKeyIsQuotedAsODataSays() {
        String url = requests(List.of(key("O'Neil & Co"))).get(1).url();
        assertThat(url.substring(url.indexOf("$filter="))).doesNotContain(" ", "&", "+");
        assertThat(URLDecoder.decode(url, StandardCharsets.UTF_8))
                .endsWith("p/value eq 'v1|main|staff|O''Neil & Co')");
    }

    @Test
    void whatWasFoundIsReadAsAListIs() throws JsonProcessingException {
        String page = "{\"value\":[" + ROW + ",{\"id\":\"private\",\"categories\":[]}]}";
        assertThat(SEARCH.found(2, response(NO_FOLDER, page, "{\"value\":[]}"))).singleElement()
                .satisfies(found -> assertThat(found.key()).isEqualTo(key("1")));
    }

    @Test
    void whatWasNotAnsweredInFullIsNotAll() throws JsonProcessingException {
        String page = "{\"value\":[" + ROW + "]}";
        assertThat(SEARCH.found(2, response(NO_FOLDER, page))).as("two answers of three").isNull();
        assertThat(SEARCH.found(2, response(NO_FOLDER, page, null))).as("one refused").isNull();
        assertThat(SEARCH.found(1, response(NO_FOLDER, "{\"value\":[],\"@odata.nextLink\":\"more\"}"))).isNull();
        assertThat(SEARCH.found(1, response(NO_FOLDER, "{\"error\":{}}"))).isNull();
    }

    @Test
    void whereThereIsAnotherFolderItIsNot() throws JsonProcessingException {
        String page = "{\"value\":[" + ROW + "]}";
        assertThat(SEARCH.found(1, response(NO_FOLDER, page))).hasSize(1);
        assertThat(SEARCH.found(1, response("{\"value\":[{\"id\":\"friends\"}]}", page))).isNull();
    }
}
