package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run did, what is there now, what is kept, and what an undo does. */
class UndoPlannerTest {

    private static final ContactKey BOB = new ContactKey("staff", "bob");
    private static final Policy POLICY = new Policy("main", Map.of(), java.util.Set.of());
    private static final Map<String, Map<String, String>> CONTENTS = Map.of(
            "old", Map.of("displayName", "Bob", "mobilePhone", "1"),
            "new", Map.of("displayName", "Bob", "mobilePhone", "2"),
            "later", Map.of("displayName", "Bob", "mobilePhone", "3"));

    private static ContactImage image(ContactKey key, String hash, String kept) {
        return List.of(kept.split(" ")).contains(hash) ? new ContactImage(BOB, hash, CONTENTS.get(hash)) : null;
    }

    /** Marks as a list shows them: {@code ours:<hash>}, {@code released}, {@code other}; several are separated by +. */
    private static List<CurrentContact> listed(String there) {
        List<String> all = there.isEmpty() ? List.of() : List.of(there.split("\\+"));
        return Stream.iterate(0, place -> place < all.size(), place -> place + 1).map(place -> {
            String mark = all.get(place);
            return new CurrentContact("c" + place, "v1", !mark.equals("released"),
                    new HiddenKey(mark.equals("other") ? "elsewhere" : "main", BOB),
                    mark.startsWith("ours:") ? mark.substring(5) : "new");
        }).toList();
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : text.split(" ")) {
            fields.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return fields;
    }

    private static String told(UndoPlan undo) {
        return Stream.concat(
                undo.plan().changes().stream().map(change -> change.action().word() + " " + change.before() + ">"
                        + change.after() + (change.changeKey() == null ? "" : " " + change.changeKey())),
                undo.spared().stream().map(spared -> spared.why().name()
                        + (spared.fields().isEmpty() ? "" : " " + String.join(",", spared.fields()))))
                .collect(Collectors.joining("; "));
    }

    private static UndoPlan first(String did, String there, String kept, boolean recent) {
        String[] parts = did.split(" ");
        PastChange past = new PastChange(Action.valueOf(parts[0]), BOB.shown(), parts[1].replace("-", ""),
                parts[2].replace("-", ""), parts.length > 3);
        return UndoPlanner.plan(List.of(past), listed(there).iterator(), POLICY, key -> recent,
                (key, hash) -> image(key, hash, kept));
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE - new,   '',                 new,      delete? nothing, ''",
        "CREATE - new,   ours:new,           new,      delete, delete new> v1",
        "CREATE - new,   released,           new,      left, RELEASED",
        "CREATE - new,   other,              new,      left, RELEASED",
        "CREATE - new,   ours:new+ours:new,  new,      left, DOUBLE",
        "UPDATE old new, '',                 old new,  left, GONE",
        "UPDATE old new, ours:new,           old new,  update, update new>old v1",
        "DELETE old -,   '',                 old,      create, create >old",
        "DELETE old -,   '',                 -,        left, UNKNOWN",
        "DELETE old -,   ours:old,           old,      nothing, ''",
        "DELETE old -,   ours:new,           old,      left, BACK",
        "DELETE old -,   released,           old,      left, RELEASED"
    })
    void theFirstPlanIsMadeOfTheList(String did, String there, String kept, String words, String expected) {
        assertThat(told(first(did, there, kept, false))).as(words).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"DELETE old -, '', UNSETTLED", "CREATE - new, ours:new, delete new> v1"})
    void whatWasCreatedAMomentAgoIsNotCreatedAgain(String did, String there, String expected) {
        assertThat(told(first(did, there, "old new", true))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE - new,   old new,       new,      displayName=Bob mobilePhone=2,               delete new> v2",
        "CREATE - new,   old new,       new,      displayName=Bob mobilePhone=9,               CHANGED mobilePhone",
        "CREATE - new,   old new,       new,      displayName=Bob mobilePhone=2 spouseName=K,  CHANGED spouseName",
        "CREATE - new,   old new,       new,      displayName=Bob mobilePhone=2 fileAs=K,      delete new> v2",
        "CREATE - new,   old,           new,      displayName=Bob mobilePhone=2,               UNKNOWN",
        "UPDATE old new, old new,       new,      displayName=Bob mobilePhone=2,               update new>old v2",
        "UPDATE old new, old new,       new,      displayName=Bob mobilePhone=2 spouseName=K,  update new>old v2",
        "UPDATE old new, old new,       new,      displayName=Bob mobilePhone=9,               CHANGED mobilePhone",
        "UPDATE old new, old new,       new,      displayName=Bob,                             CHANGED mobilePhone",
        "UPDATE old new, old new,       old,      displayName=Bob mobilePhone=1,               ''",
        "UPDATE old new, old new later, later,    displayName=Bob mobilePhone=3,               WRITTEN mobilePhone",
        "UPDATE old new, old new,       later,    displayName=Bob mobilePhone=3,               CHANGED mobilePhone",
        "UPDATE old new, new,           new,      displayName=Bob mobilePhone=2,               UNKNOWN",
        "UPDATE old new, old,           new,      displayName=Bob mobilePhone=2,               UNKNOWN",
        "UPDATE - new,   old new,       new,      displayName=Bob mobilePhone=2,               UNKNOWN"
    })
    void thePlanThatHoldsHasLookedAtThePresent(String did, String kept, String carries, String present,
            String expected) {
        Plan first = first(did, "ours:new", kept, false).plan();
        Map<String, PresentContact> seen = new HashMap<>();
        seen.put("c0", read(new CurrentContact("c0", "v2", true, new HiddenKey("main", BOB), carries),
                fields(present)));
        assertThat(told(UndoPlanner.compared(first, seen, POLICY, "Company", (key, hash) -> image(key, hash, kept))))
                .isEqualTo(expected);
    }

    private static PresentContact read(CurrentContact marks, Map<String, String> fields) {
        return new PresentContact("c0", new Answer(200, "", null, "c0"), marks, List.of("Friends", "Company"), fields,
                "{}", List.of());
    }

    @Test
    void fromWhatWasGivenBackOurCategoryGoesAgain() {
        Plan first = first("UPDATE old new gave-back", "ours:new", "old new", false).plan();
        PresentContact seen = read(listed("ours:new").get(0), CONTENTS.get("new"));
        assertThat(UndoPlanner.compared(first, Map.of("c0", seen), POLICY, "Company",
                (key, hash) -> image(key, hash, "old new")).plan().changes())
                .extracting(change -> change.writes().categories()).containsExactly(List.of("Friends"));
    }

    @ParameterizedTest
    @CsvSource({"CREATE - new, false, UNREAD", "UPDATE old new, false, UNREAD", "CREATE - new, true, RELEASED",
        "UPDATE old new, true, RELEASED"})
    void whatIsNotReadOrNotOursAnyMoreStays(String did, boolean read, String expected) {
        Plan first = first(did, "ours:new", "old new", false).plan();
        Map<String, PresentContact> seen = read ? Map.of("c0", read(listed("released").get(0), CONTENTS.get("new")))
                : Map.of();
        assertThat(told(UndoPlanner.compared(first, seen, POLICY, "Company",
                (key, hash) -> image(key, hash, "old new"))))
                .isEqualTo(expected);
    }

    @Test
    void whatHasLostBothMarksIsNotOursAnyMore() {
        Plan first = first("UPDATE old new", "ours:new", "old new", false).plan();
        assertThat(told(UndoPlanner.compared(first, Map.of("c0", read(null, CONTENTS.get("new"))), POLICY, "Company",
                (key, hash) -> image(key, hash, "old new")))).isEqualTo("RELEASED");
    }
}
