package io.contactsync.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Hold;
import io.contactsync.core.Times;
import io.contactsync.journal.KnownHold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A hold as people see it, on a terminal of 80 columns and piped. */
class HoldScreenTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final List<String> KEYS =
            IntStream.range(0, 12).mapToObj(number -> "graph-users|" + number).toList();
    private static final List<String> NAMES =
            IntStream.range(0, 12).mapToObj(number -> "Emil Ahrens " + number).toList();
    private static final String SETTING = "source.graph-users.exclude-properties";

    private static KnownHold hold(List<String> names, List<String> settings, KnownHold.Decision decision) {
        return new KnownHold("9009bde12ab4", Hold.Kind.VANISHED, "graph-users",
                "12 of 60 people of graph-users vanished (20 %, allowed 3 % and 10)", "", KEYS, names, 708, 60,
                Map.of(), true, settings, NOON, "20261125-120000-000-abcd", decision, false);
    }

    private static KnownHold deletions(String id) {
        return new KnownHold(id, Hold.Kind.DELETES, "",
                "3,540 deletions in 60 mailboxes (up to 100 %, allowed 20 % and 5): graph-users is retired", "x", KEYS,
                List.of(),
                3540, 60, Map.of("b", "2", "a", "1", "c", "3"), false, List.of(), NOON.minus(Duration.ofDays(3)), "r",
                null, false);
    }

    private static HoldScreen screen(KnownHold hold) {
        return new HoldScreen(hold, "9009", NOON.plusSeconds(7_300), Times.UTC);
    }

    @Test
    void saysWhoWhyWithWhatEffectAndWhatToType() {
        assertThat(screen(hold(NAMES, List.of(SETTING), null)).lines()).containsExactly(
                "12 of 60 people of graph-users vanished (20 %, allowed 3 % and 10), since the",
                "  configuration changed: source.graph-users.exclude-properties",
                "  Emil Ahrens 0 · Emil Ahrens 1 · Emil Ahrens 2 · Emil Ahrens 3 ·",
                "  Emil Ahrens 4 · Emil Ahrens 5 · Emil Ahrens 6 · Emil Ahrens 7 ·",
                "  Emil Ahrens 8 · Emil Ahrens 9 · Emil Ahrens 10 · Emil Ahrens 11",
                "effect    708 deletions in 60 mailboxes; everything else of the run went on",
                "since     2026-11-25 12:00 UTC, held for 2 h, last by run",
                "          20261125-120000-000-abcd",
                "approve   contact-sync holds approve 9009",
                "reject    contact-sync holds reject 9009",
                "or        change the configuration back: the hold ends by itself when they are",
                "          named again");
    }

    @Test
    void saysThatNothingOfOursChanged() {
        assertThat(String.join(" ", screen(hold(NAMES, List.of(), null)).lines()))
                .contains("allowed 3 % and 10); nothing in   the configuration explains it: ask the source's keeper");
    }

    @Test
    void tellsKeysWhereNoNameIsKnown() {
        assertThat(String.join(" ", screen(hold(List.of(), List.of(), null)).lines()))
                .contains("graph-users|11 (names not   known)");
        assertThat(String.join(" ", screen(hold(NAMES.subList(0, 10), List.of(), null)).lines()))
                .contains("· 2 whose names are not known");
    }

    @Test
    void showsTheFirstOfMany() {
        List<String> many = IntStream.range(0, 3000).mapToObj(number -> "N" + number).toList();
        assertThat(screen(hold(many, List.of(), null)).lines()).hasSizeLessThan(12)
                .anyMatch(line -> line.contains("… 2980 more"));
    }

    @Test
    void saysWhoDecided() {
        KnownHold.Decision ann = new KnownHold.Decision(KnownHold.Word.APPROVED, "ann", NOON);
        assertThat(String.join("\n", screen(hold(NAMES, List.of(), ann)).lines()))
                .contains("decision  approved by ann, 2026-11-25 12:00 UTC: the next run carries it out")
                .doesNotContain("holds approve");
        KnownHold.Decision bob = new KnownHold.Decision(KnownHold.Word.REJECTED, "bob\u001b[2J", NOON);
        assertThat(String.join("\n", screen(hold(NAMES, List.of(), bob)).lines()))
                .contains("decision  rejected by bob [2J, 2026-11-25 12:00 UTC: it stays held")
                .contains("holds approve 9009").doesNotContain("holds reject");
    }

    @Test
    void controlCharactersOfANameDoNothing() {
        List<String> evil = List.of("Ann\u001b]0;x\u0007 \u202eB\nfaked   708 deletions");
        assertThat(screen(hold(evil, List.of(), null)).lines())
                .allSatisfy(line -> assertThat(line).doesNotContain("\u001b", "\u202e", "\n", "\u0007"));
        assertThat(screen(hold(evil, List.of(), null)).piped()).filteredOn(line -> line.startsWith("who")).hasSize(1)
                .allSatisfy(line -> assertThat(line).doesNotContain("\u001b", "\u202e", "\n"));
    }

    @Test
    void pipedIsOneFactALine() {
        assertThat(screen(deletions("9009bde12ab4")).piped()).contains("hold 9009bde12ab4", "kind deletes",
                "effect 3,540 deletions in 60 mailboxes",
                "decision waiting", "who graph-users|0", "mailbox a", "mailbox c");
    }

    @Test
    void theListHasTwoLinesAHoldAndFitsTheScreen() {
        List<String> lines = new HoldsScreen(List.of(deletions("aaaa11"), hold(NAMES, List.of(), null)),
                NOON.plusSeconds(60), Times.UTC).lines();
        assertThat(lines).containsExactly(
                "aaaa  3,540 deletions in 60 mailboxes (up to 100 %, allowed 20 % and 5):",
                "      graph-users is retired",
                "      3,540 deletions in 60 mailboxes, held for 3 days, waiting",
                "9009  12 of 60 people of graph-users vanished (20 %, allowed 3 % and 10)",
                "      708 deletions in 60 mailboxes, held for 1 min, waiting",
                "",
                "who and why     contact-sync holds show aaaa");
        assertThat(new HoldsScreen(List.of(), NOON, Times.UTC).lines()).containsExactly("nothing is held");
    }

    @Test
    void theListPipedIsOneLineAHold() {
        assertThat(new HoldsScreen(List.of(deletions("aaaa11")), NOON, Times.UTC).piped())
                .containsExactly("aaaa11 deletes waiting 2026-11-22T12:00:00Z "
                        + "3,540 deletions in 60 mailboxes: 3,540 deletions in 60 mailboxes (up to 100 %, allowed 20 "
                        + "% and 5): graph-users is retired");
        assertThat(new HoldsScreen(List.of(), NOON, Times.UTC).piped()).containsExactly("nothing is held");
    }
}
