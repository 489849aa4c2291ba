package io.contactsync.cli.process;

import io.contactsync.cli.screen.Layout;
import io.contactsync.cli.screen.Paint;
import picocli.CommandLine.Help.Ansi;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines of a screen on standard output: in colours on a terminal, plain in a pipe. */
public final class Shown {

    private Shown() {
    }

    /** How a screen is laid out here. */
    public static Layout layout() {
        return Ansi.AUTO.enabled() ? Layout.TERMINAL : Layout.PIPED;
    }

    public static void lines(List<String> lines, PrintStream out) {
        if (Ansi.AUTO.enabled()) {
            Starting.end(System.err);
            PrintStream terminal = PrintableStream.raw(out);
            lines.forEach(line -> terminal.println(Paint.line(line)));
        } else {
            lines.forEach(out::println);
        }
    }

    /** A file's content, in UTF-8 wherever it goes; whoever makes it has made it printable. */
    public static void file(String content, PrintStream out) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        PrintableStream.raw(out).write(bytes, 0, bytes.length);
        out.flush();
    }
}
