package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What comes from outside cannot move a cursor, begin a line or turn the direction of what follows. */
class PrintableTest {

    @Test
    void namesOfAllScriptsStayAsTheyAre() {
        for (String name : new String[] {"Zoë Größe", "李小龍", "محمد علی‌پور", "नरेन्द्र", "👩‍💻 Ada", "𠮷野家"}) {
            assertThat(Printable.line(name)).isEqualTo(name);
        }
    }

    @Test
    void escapesLinesAndTurnsAreTakenOut() {
        assertThat(Printable.line("a\u001b[31mb\u009b2Jc\rd\ne\tf\u2028g\u2029h\u0000i\u007fj"))
                .isEqualTo("a [31mb 2Jc d e f g h i j");
        assertThat(Printable.line("a\u202eb\u2066c\u200fd\ufeffe\u061cf" + Character.toString(0xE0041)))
                .isEqualTo("abcdef");
        assertThat(Printable.line("half \ud800 of a pair")).isEqualTo("half \ufffd of a pair");
        assertThat(Printable.lines("a\nb\r\u001bc")).isEqualTo("a\nb  c");
        assertThat(Printable.line(null)).isNull();
    }

    @Test
    void whateverComesIsOneLineWithoutControls() {
        SplittableRandom random = new SplittableRandom(15);
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(20, 0, round % 2 == 0 ? 0x300 : 0x10000).forEach(unit -> text.append((char) unit));
            String line = Printable.line(text.toString());
            assertThat(line.codePoints().noneMatch(PrintableTest::isDangerous)).as(line).isTrue();
            assertThat(Printable.line(line)).isEqualTo(line);
        }
    }

    private static boolean isDangerous(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
            || type == Character.SURROGATE || point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    }
}
