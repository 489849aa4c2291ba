package io.contactsync.core;

import static io.contactsync.core.Fixtures.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Whose a contact of a former tool is: the table, row by row. A text is a name, then addresses and numbers. */
class MatchingTest {

    private static final String ANNA = "anna berg, anna@x, +491, +4900";
    private static final String BOB = "bob ahrens, bob@x, +492, +4900";

    private static Traits traits(String text) {
        List<String> parts = Arrays.asList(text.split(", *"));
        return new Traits(of(parts, "@"), of(parts, "+"), parts.get(0).isEmpty() ? Set.of() : Set.of(parts.get(0)));
    }

    private static Set<String> of(List<String> parts, String sign) {
        return parts.stream().skip(1).filter(part -> part.contains(sign)).collect(Collectors.toSet());
    }

    private static Candidate candidate(String id, String text) {
        return new Candidate(id, "v1", List.of("Former"), "c-" + text, !id.startsWith("filed"), traits(text));
    }

    /** Desired are {@code a}, {@code b} and so on; candidates are {@code 1}, {@code 2}. */
    private static String match(List<String> desired, String... candidates) {
        return match(desired, Set.of(), Set.of(), candidates);
    }

    private static String match(List<String> desired, Set<String> there, Set<String> own, String... candidates) {
        Map<ContactKey, Traits> wanted = new LinkedHashMap<>();
        desired.forEach(text -> wanted.put(key(String.valueOf((char) ('a' + wanted.size()))), traits(text)));
        List<Candidate> all = Stream.iterate(0, place -> place < candidates.length, place -> place + 1)
                .map(place -> candidate(String.valueOf(place + 1), candidates[place])).toList();
        return new Matching(wanted).of(all, key -> there.contains(key.id()),
                own.stream().map(Fixtures::key).collect(Collectors.toSet())).stream().map(MatchingTest::text)
                .collect(Collectors.joining("; "));
    }

    private static String text(CandidateMatch match) {
        return (match.kind() + " " + (match.by() == null ? "" : match.by().word() + " ")
                + match.with().stream().map(ContactKey::id).sorted().collect(Collectors.joining(""))).strip();
    }

    @Test
    void anAddressDecidesWhateverElseHasChanged() {
        assertThat(match(List.of(ANNA, BOB), "anna berg, anna@x")).isEqualTo("CERTAIN e-mail a");
        assertThat(match(List.of(ANNA, BOB), "anna maier, anna@x, +4999")).isEqualTo("CERTAIN e-mail a");
        assertThat(match(List.of(ANNA, BOB), ", anna@x")).isEqualTo("CERTAIN e-mail a");
    }

    @Test
    void butNotOneThatHasGoneToSomebodyElse() {
        assertThat(match(List.of(ANNA, BOB), "rosa diaz, anna@x")).isEqualTo("AMBIGUOUS a");
        assertThat(match(List.of(ANNA, BOB), "bob ahrens, anna@x")).isEqualTo("AMBIGUOUS ab");
    }

    @Test
    void nothingMaySpeakForSomebodyElse() {
        assertThat(match(List.of(ANNA, BOB), "anna berg, anna@x, +492")).isEqualTo("AMBIGUOUS ab");
        assertThat(match(List.of(ANNA, BOB), "anna berg, anna@x, bob@x")).isEqualTo("AMBIGUOUS ab");
        assertThat(match(List.of(ANNA, BOB), "anna berg, +491, +492")).isEqualTo("AMBIGUOUS ab");
        assertThat(match(List.of(ANNA, BOB), "anna berg, +492")).isEqualTo("AMBIGUOUS ab");
    }

    @Test
    void aNumberOfOneAloneDecidesIfTheNameFits() {
        assertThat(match(List.of(ANNA, BOB), "anna berg, +491, +4900")).isEqualTo("CERTAIN number a");
        assertThat(match(List.of(ANNA, BOB), "anna berg work, +491")).isEqualTo("CERTAIN number a");
        assertThat(match(List.of(ANNA, BOB), "anna, +491")).isEqualTo("CERTAIN number a");
        assertThat(match(List.of(ANNA, BOB), "anna berg, anna@home, +491")).isEqualTo("CERTAIN number a");
        assertThat(match(List.of(ANNA, BOB), ", +491")).isEqualTo("CERTAIN number a");
    }

    @Test
    void aNumberThatWasHandedOnDoesNot() {
        assertThat(match(List.of(ANNA, BOB), "anna maier, +491")).isEqualTo("AMBIGUOUS a");
        assertThat(match(List.of(ANNA, BOB), "anna, anna@home, +491")).isEqualTo("AMBIGUOUS a");
        assertThat(match(List.of(ANNA, BOB), "rosa diaz, rosa@x, +491")).isEqualTo("AMBIGUOUS a");
    }

    @Test
    void whatSeveralHaveProvesNobody() {
        assertThat(match(List.of(ANNA, BOB), "rosa diaz, +4900")).isEqualTo("UNMATCHED");
        assertThat(match(List.of(ANNA, BOB), "anna berg, +4900")).isEqualTo("CERTAIN name a");
        assertThat(match(List.of("anna berg, office@x", "tom berg, office@x"), "tom berg, office@x"))
                .isEqualTo("CERTAIN name b");
        assertThat(match(List.of("anna berg, office@x", "tom berg, office@x"), "rosa berg, office@x"))
                .isEqualTo("AMBIGUOUS ab");
    }

    @Test
    void aNameDecidesOnlyWhereNothingSpeaksAgainstIt() {
        assertThat(match(List.of(ANNA, BOB), "anna berg")).isEqualTo("CERTAIN name a");
        assertThat(match(List.of(ANNA, BOB), "anna berg, other@y")).isEqualTo("AMBIGUOUS a");
        assertThat(match(List.of(ANNA, BOB), "anna berg, +4977")).isEqualTo("AMBIGUOUS a");
        assertThat(match(List.of("anna berg", BOB), "anna berg, other@y, +4977")).isEqualTo("CERTAIN name a");
        assertThat(match(List.of(ANNA, BOB), "carl cole")).isEqualTo("UNMATCHED");
    }

    @Test
    void homonymsAreToldApartByAddressOrNumberOnly() {
        List<String> homonyms = List.of("anna berg, anna@x, +491", "anna berg, anna2@x, +492");
        assertThat(match(homonyms, "anna berg, anna2@x", "anna berg, +491")).isEqualTo("CERTAIN e-mail b; "
                + "CERTAIN number a");
        assertThat(match(homonyms, "anna berg")).isEqualTo("AMBIGUOUS ab");
        assertThat(match(List.of(ANNA), "anna berg", "anna berg, +4955")).as("two contacts of that name")
                .isEqualTo("AMBIGUOUS a; AMBIGUOUS a");
        assertThat(match(List.of(ANNA), "anna berg, anna@x", "anna berg")).isEqualTo("CERTAIN e-mail a; AMBIGUOUS a");
    }

    @Test
    void ofSeveralThatAreCertainlyTheirsOneCounts() {
        assertThat(match(List.of(ANNA), "anna berg, anna@x", "anna berg, anna@x, +491"))
                .isEqualTo("CERTAIN e-mail a; DOUBLE e-mail a");
        assertThat(match(List.of(ANNA), "anna berg, anna@x, +491", "anna berg, anna@x, +4977"))
                .isEqualTo("CERTAIN e-mail a; AMBIGUOUS a");
        assertThat(match(List.of(ANNA), "anna berg, anna@x", "tom berg, anna@x"))
                .isEqualTo("CERTAIN e-mail a; AMBIGUOUS a");
        assertThat(match(List.of(ANNA), "tom berg, anna@x", "eva berg, anna@x"))
                .isEqualTo("AMBIGUOUS a; AMBIGUOUS a");
        List<CandidateMatch> filed = new Matching(Map.of(key("a"), traits(ANNA))).of(List.of(
                candidate("filed", "anna berg, anna@x"), candidate("z", "anna berg, anna@x")), key -> false, Set.of());
        assertThat(filed).extracting(CandidateMatch::kind).as("phones see the default folder only")
                .containsExactly(CandidateMatch.Kind.DOUBLE, CandidateMatch.Kind.CERTAIN);
    }

    @Test
    void besideOursItIsADouble() {
        assertThat(match(List.of(ANNA, BOB), Set.of("a"), Set.of(), "anna berg, anna@x", "bob ahrens, bob@x"))
                .isEqualTo("DOUBLE e-mail a; CERTAIN e-mail b");
        assertThat(match(List.of(ANNA), Set.of("a"), Set.of(), "anna berg, +4955")).isEqualTo("AMBIGUOUS a");
    }

    @Test
    void theOwnersOwnCardIsNobodysThatTheMailboxShouldHold() {
        assertThat(match(List.of(ANNA, BOB), Set.of(), Set.of("a"), "anna berg, anna@x", "bob ahrens, anna@x"))
                .isEqualTo("UNMATCHED; AMBIGUOUS ab");
    }
}
