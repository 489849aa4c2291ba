package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.contactsync.sandbox.faults.FaultPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every call of a standard run fails once in every way that the sandbox knows: each pair of the two is a run of its
 * own, none is left out. Whatever happened, the run ends truthfully, what is others' is as it was, and two runs later
 * everything is as it should be. {@code -Dproof.mailboxes=4 -Dproof.whole=true} makes the run larger, and adds forms of
 * faults that should make no difference.
 */
@EnabledIfSystemProperty(named = "proof.calls", matches = "true", disabledReason = "it takes minutes")
class EveryCallTest {

    private static final int MAILBOXES = Integer.getInteger("proof.mailboxes", 2);
    private static final boolean WHOLE = Boolean.getBoolean("proof.whole");
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration IMPATIENT = Duration.ofMillis(400);
    /** No list of the standard run has a second page, and none is a delta round. */
    private static final Set<String> NOWHERE = Set.of("expired-page", "expired-delta", "delta-replay",
            "unknown-removed");

    @TempDir
    static Path temp;

    private static List<CallFault> faults() {
        return Stream.concat(CallFault.all().stream(), WHOLE ? CallFault.further().stream() : Stream.empty()).toList();
    }

    @TestFactory
    Stream<DynamicTest> everyCallFailsOnceInEveryWay() throws IOException {
        return tests(faults().stream().filter(fault -> !fault.silent()).toList(), LONGEST);
    }

    @TestFactory
    Stream<DynamicTest> everyCallIsOnceWaitedForInVain() throws IOException {
        return tests(faults().stream().filter(CallFault::silent).toList(), IMPATIENT);
    }

    private static Stream<DynamicTest> tests(List<CallFault> faults, Duration longest) throws IOException {
        ProofBench bench = new ProofBench(temp, MAILBOXES, longest);
        Proof proof = new Proof(bench);
        proof.prepare();
        Stream<DynamicTest> each =
                faults.stream().map(fault -> dynamicTest(fault.toString(), () -> proof.each(fault)));
        return Stream.concat(each, Stream.of(dynamicTest("no pair is left out", () -> {
            System.out.println("calls=" + proof.calls().size() + " faults=" + faults.size() + " pairs="
                    + proof.pairs());
            assertThat(proof.pairs()).isEqualTo(faults.stream().map(CallFault::befalls)
                    .mapToLong(befalls -> proof.calls().stream().filter(befalls).count()).sum());
        }))).onClose(bench::close);
    }

    /** Those that the example of the sandbox shows; a test of its own sees to it that it shows them all. */
    @Test
    void everyKindOfFaultIsAmongThem() {
        Set<String> kinds = FaultPlan.read(Path.of("src", "main", "docs", "faults.yaml")).kinds().stream()
                .collect(Collectors.toCollection(TreeSet::new));
        kinds.removeAll(NOWHERE);
        Predicate<CallFault> somewhere = fault -> Stream.of("alone", "inside", "batch", "token")
                .flatMap(where -> Stream.of("GET", "POST", "DELETE").map(method -> new Call(where, method, "m", "/p",
                        null, 1))).anyMatch(fault.befalls());
        Set<String> among = CallFault.all().stream().filter(somewhere).flatMap(fault -> fault.kinds().stream())
                .map(CallFault.Rule::kind).collect(Collectors.toCollection(TreeSet::new));
        assertThat(among).isEqualTo(kinds);
    }
}
