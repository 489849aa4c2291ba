package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class SourceReaderTest {

    private final SourceReader reader = new SourceReaders(new Normaliser("e164")).open("partners", " US ");

    private static JsonNode row(String id, String name) {
        return JsonNodeFactory.instance.objectNode().put("id", id).put("displayName", name);
    }

    @Test
    void keepsContactsInTheirOrder() {
        reader.accept("line 2", row("2", "Ben"));
        reader.accept("line 3", row("1", "Anna"));
        SourceContacts read = reader.finish();
        assertThat(read.contacts()).extracting(contact -> contact.text(ContactField.DISPLAY_NAME)).containsExactly("Ben", "Anna");
        assertThat(read.isComplete()).isTrue();
    }

    @Test
    void refusesABadRowKeepsTheRestAndIsIncomplete() {
        reader.accept("offices.csv, line 2", row("1", "Anna"));
        reader.accept("offices.csv, line 3", row("2", ""));
        SourceContacts read = reader.finish();
        assertThat(read.contacts()).hasSize(1);
        assertThat(read.refused()).isEqualTo(1);
        assertThat(read.problems()).extracting(Problem::sentence).containsExactly("offices.csv, line 3: has no displayName, givenName, surname, companyName or e-mail address");
        assertThat(read.isComplete()).isFalse();
    }

    @Test
    void leavesRowsOutOnPurposeWithoutBecomingIncomplete() {
        reader.accept("1", row("1", "Anna"));
        reader.accept("2", null);
        reader.accept("3", NullNode.instance);
        reader.accept("4", MissingNode.getInstance());
        reader.exclude();
        assertThat(reader.finish().excluded()).isEqualTo(4);
        assertThat(reader.finish().isComplete()).isTrue();
    }

    @Test
    void takesTheFirstOfTwoRowsWithOneKey() {
        reader.accept("line 2", row("1", "Anna"));
        reader.accept("line 3", row("1", " Anna "));
        reader.accept("line 4", row("1", "Annie"));
        SourceContacts read = reader.finish();
        assertThat(read.contacts()).extracting((Contact contact) -> contact.text(ContactField.DISPLAY_NAME)).containsExactly("Anna");
        assertThat(read.problems()).extracting(Problem::sentence).containsExactly("line 4: id '1' was used before for another contact");
    }

    @Test
    void isIncompleteIfItBroke() {
        reader.accept("line 2", row("1", "Anna"));
        reader.broke(new IllegalStateException("page 3\nfailed"));
        assertThat(reader.finish().problems()).extracting(Problem::sentence).containsExactly("page 3 failed");
    }

    @Test
    void isIncompleteIfItNamedNobody() {
        reader.exclude();
        assertThat(reader.finish().problems()).extracting(Problem::sentence).containsExactly("it named no contact at all");
    }

    @Test
    void keepsAHundredProblemsAndCountsAll() {
        IntStream.range(0, 150).forEach(number -> reader.refuse("line " + number, new IllegalArgumentException("bad")));
        assertThat(reader.finish().problems()).hasSize(SourceContacts.MAX_PROBLEMS);
        assertThat(reader.finish().refused()).isEqualTo(150);
    }
}
