package io.contactsync.source;

import io.contactsync.problem.Problem;
import io.contactsync.contact.Normaliser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;
import java.util.stream.Stream;

class SourceReaderTest {

    private final SourceReader reader = new SourceReaders(new Normaliser("e164"), 60).open("partners", " US ");

    private static JsonNode row(String id, String name) {
        return person(id, name);
    }

    private static ObjectNode person(String id, String name) {
        return JsonNodeFactory.instance.objectNode().put("id", id).put("displayName", name);
    }

    @Test
    void keepsContactsInTheirOrder() {
        reader.accept("line 2", row("2", "Ben"));
        reader.accept("line 3", row("1", "Anna"));
        SourceContacts read = reader.finish();
        assertThat(read.contacts()).extracting(contact -> contact.text(ContactField.DISPLAY_NAME))
                .containsExactly("Ben", "Anna");
        assertThat(read.isComplete()).isTrue();
    }

    @Test
    void refusesABadRowKeepsTheRestAndIsIncomplete() {
        reader.accept("offices.csv, line 2", row("1", "Anna"));
        reader.accept("offices.csv, line 3", row("2", ""));
        SourceContacts read = reader.finish();
        assertThat(read.contacts()).hasSize(1);
        assertThat(read.refused()).isEqualTo(1);
        assertThat(read.problems()).extracting(Problem::sentence).containsExactly(
                "offices.csv, line 3: has no displayName, givenName, surname, companyName or e-mail address");
        assertThat(read.isComplete()).isFalse();
        assertThat(read.leftOut()).containsExactly(new LeftOut("2", "", "", "offices.csv, line 3",
                "has no displayName, givenName, surname, companyName or e-mail address", true));
    }

    @Test
    void aRowThatCouldNotBeMappedIsKnownByItsPlace() {
        reader.refuse("offices.csv, line 9", new IllegalArgumentException("has more cells than the header"));
        assertThat(reader.finish().leftOut())
                .containsExactly(
                        new LeftOut("", "", "", "offices.csv, line 9", "has more cells than the header", true));
    }

    @Test
    void leavesRowsOutOnPurposeWithoutBecomingIncomplete() {
        reader.accept("1", row("1", "Anna"));
        reader.accept("2", null);
        reader.accept("3", NullNode.instance);
        reader.accept("4", MissingNode.getInstance());
        reader.accept("line 2", null);
        SourceContacts read = reader.finish();
        assertThat(read.excluded()).isEqualTo(4);
        assertThat(read.isComplete()).isTrue();
    }

    /** Once they were told from nothing else, and uncounted. */
    @Test
    void identicalRowsCountOnceAndTheReadingIsComplete() {
        reader.accept("line 2", row("1", "Anna"));
        reader.accept("line 3", row("1", " Anna "));
        reader.accept("line 4", row("1", "Anna"));
        SourceContacts read = reader.finish();
        assertThat(read.contacts()).hasSize(1);
        assertThat(read.counts().repeated()).isEqualTo(2);
        assertThat(read.refused()).isZero();
        assertThat(read.isComplete()).isTrue();
    }

    @Test
    void differentRowsWithOneIdAreRefusedWithBothPlaces() {
        reader.accept("a.csv, line 2", row("1", "Anna"));
        reader.accept("a.csv, line 4", row("1", "Annie"));
        reader.accept("a.csv, line 5", row("1", "Anna"));
        SourceContacts read = reader.finish();
        assertThat(read.contacts()).extracting((Contact contact) -> contact.text(ContactField.DISPLAY_NAME))
                .containsExactly("Anna");
        assertThat(read.problems()).containsExactly(new Problem(
                "a.csv, line 4: another contact has this id already, from a.csv, line 2; that one counts, give each "
                        + "an id of its own - id '1'",
                "a.csv, line 4: another contact has this id already, from a.csv, line 2; that one counts, give each "
                        + "an id of its own - id '...'"));
        assertThat(read.refused()).isEqualTo(1);
        assertThat(read.isComplete()).isFalse();
    }

    @Test
    void aValueThatStaysAsWrittenIsCountedAndNamedWithPlaceAndOwner() {
        reader.accept("a.csv, line 2", person("1", "Anna").put("mobilePhone", "Raum 7"));
        reader.accept("a.csv, line 3", person("2", "Ben").put("mobilePhone", "+49 171 1234567 privat"));
        SourceContacts read = reader.finish();
        assertThat(read.isComplete()).isTrue();
        assertThat(read.counts()).isEqualTo(new SourceCounts(0, 0, 0, 1, 1, 0, 0, 0));
        assertThat(read.notes()).containsExactly(
                new Problem(
                        "a.csv, line 2, Anna: 'mobilePhone' stays as written, it is not one whole number of the "
                                + "region US - was 'Raum 7'",
                        "a.csv, line 2: 'mobilePhone' stays as written, it is not one whole number of the region US - "
                                + "was '...'"),
                new Problem(
                        "a.csv, line 3, Ben: 'mobilePhone' is read out of a longer text, only the number goes out - "
                                + "was '+49 171 1234567 privat'",
                        "a.csv, line 3: 'mobilePhone' is read out of a longer text, only the number goes out - was "
                                + "'...'"));
        assertThat(read.note())
                .isEqualTo("partners: 1 telephone number not read, 1 number read out of a longer text; the first: "
                + read.notes().get(0).sentence());
    }

    @Test
    void keepsTwentyNotesOfEachKindAndCountsAll() {
        IntStream.range(0, 50).forEach(number ->
                reader.accept("line " + number, person("p" + number, "P").put("mobilePhone", "x")
                .put("birthday", "?")));
        SourceContacts read = reader.finish();
        assertThat(read.notes()).hasSize(2 * Remarks.KEPT);
        assertThat(read.counts()).isEqualTo(new SourceCounts(0, 0, 0, 50, 0, 50, 0, 0));
        assertThat(read.note()).startsWith(
                "partners: 50 telephone numbers not read, 50 values left out; the first: line 0, P: 'mobilePhone'");
        assertThat(new Remarks().summary()).isEmpty();
    }

    /**
     * It once cost nothing and was not said; numbers of such a row stay as written rather than becoming another
     * country's.
     */
    @Test
    void aRowsUnknownRegionCostsItsRegion() {
        reader.accept("line 2", person("1", "Anna").put("region", "UK").put("mobilePhone", "202 224 3441"));
        reader.accept("line 3", person("2", "Ben").put("region", "de").put("mobilePhone", "0171 1234567"));
        SourceContacts read = reader.finish();
        assertThat(read.contacts()).extracting(contact -> contact.text(ContactField.MOBILE_PHONE))
                .containsExactly("202 224 3441", "+491711234567");
        assertThat(read.counts()).isEqualTo(new SourceCounts(0, 0, 0, 1, 0, 1, 0, 0));
        assertThat(read.isComplete()).isTrue();
    }

    @Test
    void aMistakeOfTheMappingIsSaidOnce() {
        IntStream.range(0, 5).forEach(number ->
                reader.accept("line " + number, person("p" + number, "P").put("mobile", "1")));
        SourceContacts read = reader.finish();
        assertThat(read.refused()).isEqualTo(5);
        assertThat(read.problems()).extracting(Problem::sentence).singleElement().asString()
                .startsWith("line 0: 'mobile' is not a contact property - allowed are id");
    }

    @Test
    void isIncompleteIfItBroke() {
        reader.accept("line 2", row("1", "Anna"));
        reader.broke(new IllegalStateException("page 3\nfailed"));
        assertThat(reader.finish().problems()).extracting(Problem::sentence).containsExactly("page 3 failed");
    }

    @Test
    void isIncompleteIfItNamedNobody() {
        reader.accept("line 2", null);
        assertThat(reader.finish().problems()).extracting(Problem::sentence)
                .containsExactly("it named no contact at all");
    }

    @Test
    void keepsAHundredProblemsAndCountsAll() {
        IntStream.range(0, 150).forEach(number -> reader.refuse("line " + number, new IllegalArgumentException("bad")));
        SourceContacts read = reader.finish();
        assertThat(read.problems()).hasSize(SourceContacts.MAX_PROBLEMS);
        assertThat(read.refused()).isEqualTo(150);
    }

    @Test
    void aReadingThatHasNotEndedIsGivenUpAndTakesNothingMore() {
        reader.accept("line 2", row("1", "Anna"));
        SourceContacts read = reader.outcome();
        assertThat(read.contacts()).hasSize(1);
        assertThat(read.problems()).extracting(Problem::sentence)
                .containsExactly("it had not come to its end after 60 seconds (sync.source-seconds)");
        assertThatThrownBy(() -> reader.accept("line 3", row("2", "Ben"))).hasMessageContaining("given up");
        assertThatThrownBy(() -> reader.refuse("line 3", new IllegalArgumentException("bad")))
                .hasMessageContaining("given up");
        assertThatThrownBy(() -> reader.leaveOut(LeftOut.at("line 3", "x", false))).hasMessageContaining("given up");
        assertThat(reader.outcome()).isSameAs(read);
    }

    @Test
    void aReadingThatBrokeIsIncompleteForThatReasonAlone() {
        reader.accept("line 2", row("1", "Anna"));
        reader.broke(new IllegalArgumentException("the line is dead"));
        assertThat(reader.outcome().problems()).extracting(Problem::sentence).containsExactly("the line is dead");
    }

    @Test
    void rowsAreCountedByTheListThatTheyStandIn() {
        assertThat(Stream.of("", "", "page 1", "page 1", "page 2").map(reader::next))
                .containsExactly("row 1", "row 2", "page 1, row 1", "page 1, row 2", "page 2, row 1");
    }
}
