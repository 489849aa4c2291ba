package io.contactsync.contact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Traits;

/**
 * What the contacts of a former tool hold, each content once however many mailboxes hold it, and by what they and the
 * desired contacts are matched. Told by all mailboxes of a run at once.
 */
public final class FormerContents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_REGIONS = 5;
    private static final int FINGERPRINT = 32;

    private final Map<ContactKey, Traits> desired = new LinkedHashMap<>();
    private final TraitsReader reader;
    private final Map<String, Content> contents = new ConcurrentHashMap<>();

    /**
     * One content.
     *
     * @param fingerprint of all that Graph tells of the contact
     * @param name its display name; empty if it has none
     * @param fields its values as people read them, by Graph's property
     */
    public record Content(String fingerprint, String name, Map<String, String> fields, Traits traits) {

        /** It may stand on screens and in reports, but in no log. */
        @Override
        public String toString() {
            return "Content[" + fingerprint + "]";
        }
    }

    /** Beside those desired contacts; national numbers are tried in the regions that most of theirs are of. */
    public FormerContents(Collection<RenderedContact> wanted) {
        Map<String, Integer> counts = new HashMap<>();
        TraitsReader plain = new TraitsReader(List.of());
        for (RenderedContact contact : wanted) {
            Traits traits = plain.of(tree(contact.create()));
            desired.put(contact.key(), traits);
            traits.numbers().stream().map(PhoneNumbers::region).filter(region -> !region.isEmpty())
                    .forEach(region -> counts.merge(region, 1, Integer::sum));
        }
        this.reader = new TraitsReader(counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_REGIONS).map(Map.Entry::getKey).toList());
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** By what the desired contacts are matched. */
    public Map<ContactKey, Traits> desired() {
        return desired;
    }

    /** What that contact holds. */
    Content of(JsonNode contact) {
        return contents.computeIfAbsent(WholeContact.fingerprint(contact).substring(0, FINGERPRINT),
                print -> new Content(print, contact.path("displayName").asText(""), PlainFields.of(contact),
                        reader.of(contact)));
    }

    /** The content of that fingerprint; null if no contact holds it. */
    public Content get(String fingerprint) {
        return contents.get(fingerprint);
    }
}
