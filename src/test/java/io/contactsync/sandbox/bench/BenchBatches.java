package io.contactsync.sandbox.bench;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Batches of 20 as a synchronisation sends them: contacts of a company's directory, the same ones in each mailbox, with
 * a hidden key.
 */
final class BenchBatches {
    static final int SIZE = 20;
    private static final String PROPERTY = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name ContactSyncKey";
    private static final String EXPAND =
            "$expand=singleValueExtendedProperties($filter=id%20eq%20'" + PROPERTY.replace(" ", "%20") + "')";
    private static final String JSON = ",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":";

    private BenchBatches() {
    }

    static Buffer creates(String mailbox, int first) {
        return batch(i -> "\"POST\",\"url\":\"/users/" + mailbox + "/contacts\"" + JSON + contact(first + i, ""));
    }

    /**
     * @param ids 20 contacts of the mailbox; each gets a number of its own, so that no two mailboxes hold the same any
     * more
     */
    static Buffer patches(String mailbox, List<String> ids, long change) {
        return batch(i -> "\"PATCH\",\"url\":\"/users/" + mailbox + "/contacts/" + ids.get(i) + "\"" + JSON
                + contact(i, " " + change));
    }

    static Buffer lists(String mailbox) {
        return batch(i -> "\"GET\",\"url\":\"/users/" + mailbox + "/contacts?$top=" + SIZE
                + "&$select=id,changeKey,displayName&" + EXPAND + "\"");
    }

    /** The ids in the answer to {@link #creates}, or those of the first list in the answer to {@link #lists}. */
    static List<String> ids(String answer) {
        List<String> ids = new ArrayList<>(SIZE);
        String mark = "\"id\":\"AAMk";
        for (int at = answer.indexOf(mark); at >= 0 && ids.size() < SIZE; at = answer.indexOf(mark, at + 1)) {
            ids.add(answer.substring(at + 6, answer.indexOf('"', at + 6)));
        }
        return ids;
    }

    private static Buffer batch(IntFunction<String> request) {
        return Buffer.buffer(
                IntStream.range(0, SIZE).mapToObj(i -> "{\"id\":\"" + i + "\",\"method\":" + request.apply(i) + "}")
            .collect(Collectors.joining(",", "{\"requests\":[", "]}")));
    }

    private static String contact(int number, String changed) {
        return "{\"displayName\":\"Person " + number + "\",\"givenName\":\"Person\",\"surname\":\"Number " + number
                + "\",\"fileAs\":\"Number " + number
                + ", Person\",\"companyName\":\"Congress\",\"department\":\"Department " + number % 20
                + "\",\"jobTitle\":\"Member" + changed
            + "\",\"officeLocation\":\"Room " + number + "\",\"mobilePhone\":\"+1 202 555 " + (1000 + number % 9000)
                + "\",\"businessPhones\":[\"+1 202 224 " + (1000 + number % 9000)
                + "\"],\"emailAddresses\":[{\"name\":\"Person " + number
                + "\",\"address\":\"person." + number
                + "@congress.example\"}],\"businessAddress\":{\"street\":\"1 First Street\",\"city\":\"Washington\","
                + "\"state\":\"DC\",\"postalCode\":\"20001\"},\"categories\":[\"Colleagues\"],"
                + "\"singleValueExtendedProperties\":[{\"id\":\""
                + PROPERTY
            + "\",\"value\":\"v1:directory:" + number + changed + "\"}]}";
    }
}
