package io.contactsync.simulation;

import io.contactsync.contact.ContactRenderer;
import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Value;
import io.contactsync.problem.Problem;
import io.contactsync.source.SourceContacts;
import io.contactsync.source.SourceCounts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Whom the sources name: people who come, go and change, and readings that are cut short or simply wrong. */
final class Sources {

    static final ContactRenderer RENDERER = new ContactRenderer(World.CATEGORY, World.INSTANCE);
    /** The properties that are ours in a contact that is ours. */
    static final List<String> MANAGED = List.of("displayName", "mobilePhone", "companyName");

    private final World world;
    private final Dice dice;
    private final Map<ContactKey, RenderedContact> rendered = new TreeMap<>();
    private final Map<ContactKey, Integer> people = new TreeMap<>();

    Sources(World world) {
        this.world = world;
        this.dice = world.dice;
        keys(0).forEach(key -> people.put(key, 0));
        render();
    }

    private List<ContactKey> keys(int more) {
        return IntStream.range(0, world.weather.keys() + more)
                .mapToObj(number -> new ContactKey(number % 4 == 3 ? World.CUSTOMERS : World.COLLEAGUES, "p" + number))
                .toList();
    }

    private void render() {
        rendered.clear();
        people.forEach((key, version) -> rendered.put(key, RENDERER.render(contact(key, version))));
    }

    private static Contact contact(ContactKey key, int version) {
        return new Contact(key, Map.of(ContactField.DISPLAY_NAME, new Value.Text("Person " + key.id()),
                ContactField.MOBILE_PHONE, new Value.Text("+49 89 " + version),
                ContactField.COMPANY_NAME, new Value.Text(version % 2 == 0 ? "Example" : "")));
    }

    void peopleComeAndGo() {
        peopleComeAndGo(dice, 0.08);
    }

    /** By those dice, one in a few. */
    void fewComeAndGo(Dice others) {
        peopleComeAndGo(others, 0.15);
    }

    private void peopleComeAndGo(Dice thrown, double share) {
        for (ContactKey key : keys(2)) {
            if (thrown.chance(share)) {
                people.remove(key);
            } else if (thrown.chance(share)) {
                people.merge(key, 1, Integer::sum);
            }
        }
        render();
    }

    Collection<RenderedContact> rendered() {
        return rendered.values();
    }

    boolean names(ContactKey key) {
        return people.containsKey(key);
    }

    /** The truth, or less than that; what is less may say so or not. */
    SourceContacts read(String source) {
        List<Contact> contacts = new ArrayList<>();
        people.forEach((key, version) -> {
            if (key.source().equals(source)) {
                contacts.add(contact(key, version));
            }
        });
        boolean cut = world.isBad(0.15);
        if (cut || world.isBad(world.weather.glitches())) {
            double share = dice.fraction();
            contacts.removeIf(contact -> dice.chance(share));
        }
        return new SourceContacts(source, contacts, cut ? List.of(Problem.of("cut short")) : List.of(),
                new SourceCounts(cut ? 1 : 0, 0, 0, 0, 0, 0, 0, 0), List.of(), "");
    }
}
