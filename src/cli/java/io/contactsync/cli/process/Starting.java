package io.contactsync.cli.process;

import io.contactsync.cli.screen.Foot;
import io.contactsync.cli.screen.Terminal;

import java.io.PrintStream;
import java.util.List;

/** The sign of life until a command has something to say: on a terminal only, and gone with the first line. */
public final class Starting {

    private static final String LINE = "starting …";

    private Starting() {
    }

    public static void tell() {
        Terminal terminal = Terminal.ofProcess(System.getenv());
        if (terminal.isDrawn()) {
            tell(terminal.columns(), PrintableStream.raw(System.err));
        }
    }

    static void tell(int columns, PrintStream err) {
        Foot.PROCESS.draw(err, List.of(LINE), columns);
    }

    /** Whatever came of it. */
    public static void end(PrintStream err) {
        Foot.PROCESS.aside(err, "");
    }
}
