package io.contactsync.sandbox.people.card;

import ezvcard.VCard;
import ezvcard.io.ParseWarning;
import ezvcard.io.text.VCardReader;
import ezvcard.property.Kind;
import ezvcard.property.RawProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a file of one or more vCards, versions 2.1, 3.0 and 4.0, with ez-vcard. */
final class VCardCards {
    private static final Pattern BEGIN = Pattern.compile("(?im)^BEGIN:VCARD\\s*$");
    private static final Pattern END = Pattern.compile("(?im)^END:VCARD\\s*$");
    private static final int QUOTED = 30;
    private static final Set<String> PERSONS = Set.of(Kind.INDIVIDUAL, Kind.ORG);

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
                String place = file + ", line " + line;
                reader.getWarnings().forEach(warning ->
                        notes.add(place + named(warning) + ": not read as it stands: " + warning.getMessage()));
                if (PERSONS.contains(kind(card))) {
                    cards.add(new Card(file, line, VCardFields.of(card, said -> notes.add(place + ", " + said))));
                } else {
                    notes.add(place + ": left out, the card is of kind " + kind(card));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
        return cards;
    }

    private static String named(ParseWarning warning) {
        return warning.getPropertyName() == null ? "" : ", " + warning.getPropertyName();
    }

    /** What the card is of, also as Apple's address book says it: groups and the like have no telephone. */
    private static String kind(VCard card) {
        Kind kind = card.getKind();
        RawProperty apple = card.getExtendedProperty("X-ADDRESSBOOKSERVER-KIND");
        String value = kind != null ? kind.getValue() : apple != null ? apple.getValue() : Kind.INDIVIDUAL;
        return value == null ? Kind.INDIVIDUAL : value.strip().toLowerCase(Locale.ROOT);
    }

    private static List<Integer> begins(String file, String text) {
        List<Integer> lines = new ArrayList<>();
        Matcher begin = BEGIN.matcher(text);
        while (begin.find()) {
            lines.add(Utf8File.lineAt(text, begin.start()));
        }
        if (lines.isEmpty()) {
            String start = text.lines().findFirst().orElse("").strip();
            throw new IllegalArgumentException(
                    file + ", line 1: found '" + start.substring(0, Math.min(QUOTED, start.length()))
                + "' - a vCard begins with BEGIN:VCARD (versions 2.1, 3.0, 4.0)");
        }
        if (END.matcher(text).results().count() != lines.size()) {
            throw new IllegalArgumentException(
                    file + ": found " + lines.size() + " BEGIN:VCARD and " + END.matcher(text).results().count()
                + " END:VCARD - each card needs both");
        }
        return lines;
    }
}
