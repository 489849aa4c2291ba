package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.sun.management.ThreadMXBean;
import io.contactsync.core.ContactKey;
import io.contactsync.core.HiddenKey;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/** What a row of a mailbox's list may cost, in bytes that are made for it: 2.5 million of them are read in a run. */
class RowCostTest {

    private static final int ROWS = 2_000;
    /** Id, version, hash and time as texts, and the contact: some 470. With a key made for each row it was 3,900. */
    private static final long MOST_BYTES = 900;

    @Test
    void makesLittleForARowWhoseKeyIsKnown() throws IOException {
        String row = "{\"id\":\"" + "i".repeat(152) + "\",\"changeKey\":\"" + "v".repeat(40)
                + "\",\"categories\":[\"Company\"],\"createdDateTime\":\"2026-11-20T08:15:30Z\","
                + "\"singleValueExtendedProperties\":[{\"id\":\"" + HiddenProperties.KEY + "\",\"value\":\""
                + new HiddenKey("main", new ContactKey("graph-users", "d76299e5-c5ba-3538-b83d-a3b95bb4")).text()
                + "\"},{\"id\":\"" + HiddenProperties.HASH + "\",\"value\":\"" + "h".repeat(22) + "\"}]}";
        byte[] rows = (row + " ").repeat(ROWS).getBytes(StandardCharsets.UTF_8);
        read(rows);
        assertThat(read(rows) / ROWS).isLessThan(MOST_BYTES);
    }

    /** Bytes that this thread has allocated for it. */
    private static long read(byte[] rows) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        CurrentContactReader reader = new CurrentContactReader("Company");
        try (JsonParser json = new JsonFactory().createParser(rows)) {
            long before = threads.getCurrentThreadAllocatedBytes();
            while (json.nextToken() != null) {
                reader.read(json);
            }
            return threads.getCurrentThreadAllocatedBytes() - before;
        }
    }
}
