package io.contactsync.core;

import static io.contactsync.core.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which mailboxes that are no targets any more are cleaned. */
class LeftTargetsTest {

    private static final Instant EARLIER = NOON.minus(Duration.ofHours(1));
    /** One mailbox or 3 %, however many contacts may vanish. */
    private static final Limits LIMITS = new Limits(10, 3, 30, 5, 20);

    private static KnownTarget known(String id, int contacts, Instant missed) {
        return new KnownTarget(id, contacts, missed);
    }

    private static LeftTargets.Verdict judge(Approvals approvals, KnownTarget... known) {
        return LeftTargets.judge(List.of(known), Set.of("m0"), NOON, LIMITS, approvals);
    }

    private static KnownTarget[] left(int number) {
        List<KnownTarget> all = new ArrayList<>(List.of(known("m0", 40, null)));
        IntStream.rangeClosed(1, number).forEach(each -> all.add(known("m" + each, 40, EARLIER)));
        return all.toArray(KnownTarget[]::new);
    }

    @Test
    void oneThatIsATargetStays() {
        assertThat(judge(Approvals.NONE, known("m0", 40, EARLIER))).isEqualTo(LeftTargets.Verdict.NONE);
    }

    @Test
    void oneThatIsMissedForTheFirstTimeOrNotForAnHourWaits() {
        LeftTargets.Verdict verdict = judge(Approvals.NONE, known("m1", 40, null),
                known("m2", 40, EARLIER.plusSeconds(1)));
        assertThat(verdict).isEqualTo(new LeftTargets.Verdict(2, Set.of(), null));
    }

    @Test
    void oneThatIsMissedTwiceAnHourApartIsCleaned() {
        assertThat(judge(Approvals.NONE, known("m1", 40, EARLIER)).going()).containsExactly("m1");
    }

    @Test
    void aClockThatWentBackCleansNothing() {
        assertThat(judge(Approvals.NONE, known("m1", 40, NOON.plusSeconds(7_200))).going()).isEmpty();
    }

    @Test
    void oneThatHoldsNothingIsNotLookedIntoAndOneOfWhichNothingIsKnownIs() {
        assertThat(judge(Approvals.NONE, known("m1", 0, EARLIER), known("m2", KnownTarget.UNKNOWN, EARLIER)).going())
                .containsExactly("m2");
    }

    @Test
    void asManyAsTheLimitGo() {
        assertThat(judge(Approvals.NONE, left(1)).going()).hasSize(1);
        List<KnownTarget> all = new ArrayList<>(List.of(left(3)));
        Set<String> targets = new HashSet<>(Set.of("m0"));
        IntStream.range(4, 100).forEach(each -> {
            all.add(known("m" + each, 40, null));
            targets.add("m" + each);
        });
        assertThat(LeftTargets.judge(all, targets, NOON, LIMITS, Approvals.NONE).going()).hasSize(3);
    }

    @Test
    void mostMailboxesOfASmallCompanyDoNotGoAtOnce() {
        assertThat(judge(Approvals.NONE, left(2)).hold().sentence())
                .isEqualTo("2 of 3 mailboxes are no targets any more (67 %, allowed 3 % and 1)");
        assertThat(judge(Approvals.NONE, left(2)).going()).isEmpty();
    }

    @Test
    void moreThanTheLimitWaitAsOneHoldAndNothingGoes() {
        LeftTargets.Verdict verdict = judge(Approvals.NONE, left(3));
        assertThat(verdict.going()).isEmpty();
        assertThat(verdict.hold().sentence()).isEqualTo(
                "3 of 4 mailboxes are no targets any more (75 %, allowed 3 % and 1)");
        assertThat(verdict.hold().keys()).extracting(ContactKey::text)
                .containsExactlyInAnyOrder("targets|m1", "targets|m2", "targets|m3");
    }

    @Test
    void anApprovalLetsExactlyThoseThrough() {
        Approvals approved = Approvals.of(Set.of(judge(Approvals.NONE, left(3)).hold().id()));
        assertThat(judge(approved, left(3)).going()).hasSize(3);
        assertThat(judge(approved, left(3)).hold()).isNull();
        assertThat(judge(approved, left(4)).going()).isEmpty();
        assertThat(judge(approved, left(4)).hold()).isNotNull();
    }

    @Test
    void whatWasApprovedAndHasBegunGoesOn() {
        Approvals begun = new Approvals(Set.of(), Map.of(),
                Set.of(LeftTargets.key("m1"), LeftTargets.key("m2"), LeftTargets.key("m3")));
        assertThat(judge(begun, left(3)).going()).hasSize(3);
        assertThat(judge(begun, left(3)).hold()).isNull();
        LeftTargets.Verdict more = judge(begun, left(4));
        assertThat(more.going()).containsExactlyInAnyOrder("m1", "m2", "m3");
        assertThat(more.hold()).isNotNull();
    }
}
