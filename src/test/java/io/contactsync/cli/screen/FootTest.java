package io.contactsync.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines at the foot of a terminal, and what else is printed there. */
class FootTest {

    private static final String UP_TWO = "\r\u001b[2A";
    private static final String END = "\u001b[K\n";
    private static final String CLEAR = "\u001b[J";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final Foot foot = new Foot();

    private String printed() {
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        return text;
    }

    @Test
    void linesAreDrawnInThePlaceOfTheLastOnes() {
        foot.draw(terminal, List.of("one", "two"), 80);
        assertThat(printed()).isEqualTo("\rone" + END + "two" + END + CLEAR);
        foot.draw(terminal, List.of("three"), 80);
        assertThat(printed()).isEqualTo(UP_TWO + "three" + END + CLEAR);
    }

    @Test
    void aLogLineGoesAboveThem() {
        foot.draw(terminal, List.of("one", "two"), 80);
        printed();
        foot.aside(terminal, "WARN something\n");
        assertThat(printed()).isEqualTo(UP_TWO + CLEAR + "WARN something\n");
        foot.draw(terminal, List.of("one", "two"), 80);
        assertThat(printed()).isEqualTo("\rone" + END + "two" + END + CLEAR);
    }

    @Test
    void nobodyIsInterruptedInTheMiddleOfALine() {
        foot.aside(terminal, "Go on? ");
        printed();
        foot.draw(terminal, List.of("one"), 80);
        assertThat(printed()).isEmpty();
        foot.aside(terminal, "yes\n");
        foot.draw(terminal, List.of("one"), 80);
        assertThat(printed()).isEqualTo("yes\n\rone" + END + CLEAR);
    }

    @Test
    void aNarrowTerminalGetsWhatFits() {
        foot.draw(terminal, List.of("reading    李小龙 and more"), 20);
        assertThat(printed()).isEqualTo("\rreading    李小龙 …" + END + CLEAR);
    }

    @Test
    void whatATerminalThatBecameNarrowHasBrokenStays() {
        foot.draw(terminal, List.of("x".repeat(60), "two"), 80);
        printed();
        foot.draw(terminal, List.of("x".repeat(60), "two"), 40);
        assertThat(printed()).startsWith("\rxx");
        foot.draw(terminal, List.of("one", "two"), 40);
        assertThat(printed()).startsWith(UP_TWO);
    }

    @Test
    void whatIsLeftIsNotDrawnOver() {
        foot.draw(terminal, List.of("one", "two"), 80);
        foot.leave();
        printed();
        foot.aside(terminal, "summary\n");
        assertThat(printed()).isEqualTo("summary\n");
    }

    @Test
    void theSizeIsReadFromWhatTheTerminalAnswers() {
        assertThat(Terminal.columns("24 80\n")).isEqualTo(80);
        assertThat(Terminal.columns("24 7\n")).isEqualTo(20);
        assertThat(Terminal.columns("0 0\n")).isEqualTo(80);
        assertThat(Terminal.columns("")).isZero();
        assertThat(Terminal.columns("stty: standard input\n")).isZero();
        assertThat(Terminal.columns("1 99999999999\n")).isEqualTo(80);
        assertThat(Terminal.NONE.isDrawn()).isFalse();
        assertThat(Terminal.NONE.columns()).isEqualTo(80);
        assertThat(Terminal.ofProcess(java.util.Map.of("TERM", "dumb")).isDrawn()).isFalse();
    }
}
