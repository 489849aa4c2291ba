package io.contactsync.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.contact.Normaliser;
import org.junit.jupiter.api.Test;

import java.util.List;

class CentralContactsTest {

    @Test
    void whatContactSyncWroteIsLeftOutAndNotByTheMapping() throws Exception {
        JsonNode ours = new ObjectMapper().readTree("{\"id\": \"C-1\", \"" + HiddenProperties.MEMBER
                + "\": [{\"id\": \"" + HiddenProperties.KEY + "\", \"value\": \"v1|main|graph-users|1\"}]}");
        JsonNode theirs = new ObjectMapper().readTree("{\"id\": \"C-2\"}");
        SourceReader reader = new SourceReaders(new Normaliser("e164"), 60).open("customers", "");
        assertThat(GraphRows.contacts(reader, List.of(ours, theirs).iterator())).toIterable()
                .extracting(SourceRow::read).containsExactly(theirs);
        assertThat(reader.finish().leftOut())
                .containsExactly(new LeftOut("", "", "", "contact C-1", "contact-sync wrote it there", false));
    }
}
