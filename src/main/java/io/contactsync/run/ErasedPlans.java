package io.contactsync.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.journal.ErasedPerson;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.PrivateFiles;
import io.contactsync.journal.SummedLines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes a person out of the plans and reports of runs: what was planned for them is no longer told. */
public final class ErasedPlans {

    private static final ObjectMapper JSON = ReportJson.mapper();

    private final RunFolders folders;
    private final ErasedPerson person;

    /** Of the runs in those folders. */
    public ErasedPlans(RunFolders folders, ErasedPerson person) {
        this.folders = folders;
        this.person = person;
    }

    /**
     * Does it; a page is made anew when somebody asks for it.
     *
     * @return in how many runs they stood
     * @throws JournalException if something cannot be read or written
     */
    public int carryOut() {
        int runs = 0;
        for (String id : folders.ids()) {
            Path folder = folders.folder(id);
            try {
                boolean planned = isIn(folder.resolve(RunFolder.PLAN)) && plan(folder.resolve(RunFolder.PLAN));
                boolean told = isIn(folder.resolve(RunFolder.REPORT)) && report(folder.resolve(RunFolder.REPORT));
                if (isIn(folder.resolve(RunFolder.PAGE))) {
                    Files.delete(folder.resolve(RunFolder.PAGE));
                }
                runs += planned || told ? 1 : 0;
            } catch (IOException failed) {
                throw new JournalException("the erasure did not come to its end in '" + folder
                        + "': give the command again (" + failed.getMessage() + ")");
            }
        }
        return runs;
    }

    private boolean isIn(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return person.marks().stream().anyMatch(text::contains);
    }

    private boolean report(Path file) throws IOException {
        ObjectNode report;
        try (InputStream in = PrivateFiles.read(file)) {
            report = (ObjectNode) JSON.readTree(in);
        }
        boolean changed = person.takeOut(report);
        if (changed) {
            PrivateFiles.replace(file, out -> out.write(JSON.writeValueAsBytes(report)));
        }
        return changed;
    }

    /** A line of their own goes as a whole: the contents that it names say who it was. */
    private boolean plan(Path file) throws IOException {
        List<byte[]> kept = new ArrayList<>();
        boolean[] changed = new boolean[1];
        SummedLines.read(file, line -> {
            ObjectNode object = (ObjectNode) JSON.readTree(line);
            object.remove("sum");
            if (person.isOf(object)) {
                changed[0] = true;
            } else {
                changed[0] |= person.takeOut(object);
                kept.add(JSON.writeValueAsBytes(object));
            }
        });
        if (changed[0]) {
            SummedLines.write(file, lines -> {
                for (byte[] line : kept) {
                    lines.line(line);
                }
            });
        }
        return changed[0];
    }
}
