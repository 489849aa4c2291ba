package io.contactsync.run.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.ContactKey;
import io.contactsync.journal.Reading;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static final Instant AT = Instant.parse("2026-11-25T05:00:00Z");

    private static Reading.Named named(String source, String id, String name, String... addresses) {
        return new Reading.Named(new ContactKey(source, id), name, List.of(addresses), "h");
    }

    private static final Crowd CROWD = Crowd.of(List.of(
            new Reading("users", "r", AT, "complete", List.of(named("users", "1", "Bob Ahrens", "bob@contoso.com"),
            named("users", "2", "Bobby Lin", "lin@contoso.com")),
                    List.of(new Reading.Absent("3", "", "", "user 3", "department=Interns", false),
                    new Reading.Absent("", "", "", "a.csv, line 9", "bad row", true)),
                    List.of(new Reading.Former(named("users", "3", "Ivan Ahrens", "ivan@contoso.com"), AT),
                    new Reading.Former(named("users", "4", "Rosa Diaz"), AT)), List.of()),
            new Reading("suppliers", "r", AT, "complete", List.of(named("suppliers", "1", "B. Ahrens",
            "BOB@contoso.com")), List.of(), List.of(), List.of())));

    private static List<String> found(String text) {
        return CROWD.find(text).stream().map(someone -> someone.called() + " " + someone.standing()).toList();
    }

    @Test
    void findsByKeyIdAddressNameOrPartInThisOrder() {
        assertThat(found("users|1")).containsExactly("Bob Ahrens NAMED");
        assertThat(found("1")).containsExactly("Bob Ahrens NAMED", "B. Ahrens NAMED");
        assertThat(found("LIN@contoso.com")).containsExactly("Bobby Lin NAMED");
        assertThat(found("bob ahrens")).containsExactly("Bob Ahrens NAMED");
        assertThat(found("bob")).containsExactly("Bob Ahrens NAMED", "Bobby Lin NAMED", "B. Ahrens NAMED");
        assertThat(found("rosa")).containsExactly("Rosa Diaz LEFT");
        assertThat(found("a.csv, line 9")).containsExactly("a.csv, line 9: bad row REFUSED");
        assertThat(found("nobody")).isEmpty();
    }

    @Test
    void whoIsLeftOutKeepsTheNameOfBefore() {
        assertThat(found("Ivan")).containsExactly("Ivan Ahrens EXCLUDED");
        assertThat(CROWD.find("Ivan").get(0).reason()).isEqualTo("department=Interns");
    }

    @Test
    void theNearestAreThoseThatLookLikeIt() {
        assertThat(CROWD.nearest("Bob Arens", 2)).extracting(Someone::called)
                .containsExactly("Bob Ahrens", "B. Ahrens");
        assertThat(CROWD.nearest("zzz", 5)).isEmpty();
    }

    @Test
    void whoeverSharesAnAddressIsATwin() {
        assertThat(CROWD.twins(CROWD.find("users|1").get(0))).extracting(Someone::source).containsExactly("suppliers");
        assertThat(CROWD.twins(CROWD.find("users|2").get(0))).isEmpty();
    }
}
