package io.contactsync.sandbox.people.card;

import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import ezvcard.property.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a file of one or more vCards, versions 2.1, 3.0 and 4.0, with ez-vcard. */
final class VCardCards {
    private static final Pattern BEGIN = Pattern.compile("(?im)^BEGIN:VCARD\\s*$");
    private static final Pattern END = Pattern.compile("(?im)^END:VCARD\\s*$");
    private static final int QUOTED = 30;

    private VCardCards() {
    }

    /** @throws IllegalArgumentException in one sentence that names the file, what was found and what is allowed */
    static List<Card> read(Path path, Notes notes) {
        String file = path.toString();
        String text = Utf8File.read(path);
        List<Integer> lines = begins(file, text);
        List<Card> cards = new ArrayList<>();
        int read = 0;
        try (VCardReader reader = new VCardReader(text)) {
            for (VCard card = reader.readNext(); card != null; card = reader.readNext()) {
                int line = lines.get(Math.min(read++, lines.size() - 1));
                reader.getWarnings().forEach(warning -> notes.add(file + ", card of line " + line + ": " + warning.getMessage()));
                if (person(card)) {
                    cards.add(new Card(file, line, VCardFields.of(card)));
                } else {
                    notes.add(file + ", line " + line + ": left out, the card is of kind " + card.getKind().getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
        return cards;
    }

    /** Whether it is of a person: groups and the like have no telephone. */
    private static boolean person(VCard card) {
        Kind kind = card.getKind();
        return kind == null || kind.isIndividual() || kind.isOrg();
    }

    private static List<Integer> begins(String file, String text) {
        List<Integer> lines = new ArrayList<>();
        Matcher begin = BEGIN.matcher(text);
        while (begin.find()) {
            lines.add(Utf8File.lineAt(text, begin.start()));
        }
        if (lines.isEmpty()) {
            String start = text.lines().findFirst().orElse("").strip();
            throw new IllegalArgumentException(file + ", line 1: found '" + start.substring(0, Math.min(QUOTED, start.length()))
                + "' - a vCard begins with BEGIN:VCARD (versions 2.1, 3.0, 4.0)");
        }
        if (END.matcher(text).results().count() != lines.size()) {
            throw new IllegalArgumentException(file + ": found " + lines.size() + " BEGIN:VCARD and " + END.matcher(text).results().count()
                + " END:VCARD - each card needs both");
        }
        return lines;
    }
}
