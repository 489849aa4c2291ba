package io.contactsync.sandbox.people;

import io.contactsync.sandbox.store.ContactContent;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import io.contactsync.sandbox.store.UserAttribute;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Generated employees, each with a mailbox full of contacts of their own. The contacts are picks out of one pool of
 * distinct ones, held once, so that 5,000 mailboxes of 1,000 contacts take some hundred MB.
 */
final class GeneratedStaff implements Staff {
    static final String DOMAIN = "sandbox.example";
    private static final int FIRST_CONTACT = 10_000_000;
    private static final int FIRST_CUSTOMER = 20_000_000;
    private static final int POOL = 10_000;
    /** Primes that lead through the pool without meeting a contact twice, unless the pool's size is a multiple. */
    private static final int STEP = 7919;
    private static final int OTHER_STEP = 7907;
    /** Lets each mailbox begin at another place, so that no two hold the same. */
    private static final int SHIFT = 4001;
    private static final List<String> DEPARTMENTS =
            List.of("Sales", "Einkauf", "Comptabilité", "開発部", "Поддержка", "المالية");
    private final PeopleGenerator generator;
    private final int mailboxes;
    private final int contacts;

    GeneratedStaff(int mailboxes, int contacts, long seed) {
        this.generator = new PeopleGenerator(seed);
        this.mailboxes = mailboxes;
        this.contacts = contacts;
    }

    /** A licensed member; each number another one. */
    User employee(int number) {
        GeneratedPerson person = generator.person(number);
        Map<UserAttribute, Object> values = Employees.account(Employees.uuid("generated:" + number));
        values.putAll(Employees.addresses(person.alias(), DOMAIN));
        values.putAll(Map.of(UserAttribute.DISPLAY_NAME, person.displayName(),
                UserAttribute.GIVEN_NAME, person.givenName(),
                UserAttribute.SURNAME, person.surname()));
        values.putAll(work(person));
        values.put(UserAttribute.MOBILE_PHONE, number % 4 == 3 ? null : person.mobile());
        return new User(values);
    }

    private static Map<UserAttribute, Object> work(GeneratedPerson person) {
        return Map.of(UserAttribute.COMPANY_NAME, "Sandbox International",
                UserAttribute.DEPARTMENT, DEPARTMENTS.get(Math.floorMod(person.number(), DEPARTMENTS.size())),
                UserAttribute.JOB_TITLE, person.job(),
                UserAttribute.OFFICE_LOCATION, person.city(),
                UserAttribute.STREET_ADDRESS, person.street(),
                UserAttribute.CITY, person.city(),
                UserAttribute.COUNTRY, person.country(),
                UserAttribute.USAGE_LOCATION, person.region(),
                UserAttribute.BUSINESS_PHONES, List.of(person.business()),
                UserAttribute.EMPLOYEE_ID, "E" + person.number());
    }

    @Override
    public List<User> fill(Tenant tenant) {
        List<ContactContent> pool = pool(tenant);
        List<User> users = new ArrayList<>(mailboxes);
        for (int number = 0; number < mailboxes; number++) {
            User user = employee(number);
            tenant.put(user);
            fill(tenant.openMailbox(user.id()), number, pool);
            users.add(user);
        }
        return users;
    }

    private List<ContactContent> pool(Tenant tenant) {
        int size = (int) Math.min((long) mailboxes * contacts, Math.max(POOL, 2L * contacts));
        return IntStream.range(FIRST_CONTACT, FIRST_CONTACT + size)
                .mapToObj(number -> GeneratedContacts.personal(generator.person(number)))
                .map(json -> tenant.pool().created(json.getBytes(StandardCharsets.UTF_8))).toList();
    }

    private void fill(Mailbox mailbox, int owner, List<ContactContent> pool) {
        int step = pool.size() % STEP == 0 ? OTHER_STEP : STEP;
        for (int i = 0; i < contacts; i++) {
            long place = ((long) owner * SHIFT + (long) i * step) % pool.size();
            mailbox.create(mailbox.defaultFolder(), pool.get((int) place));
        }
    }

    @Override
    public List<String> customers(int count) {
        return IntStream.range(FIRST_CUSTOMER, FIRST_CUSTOMER + count)
                .mapToObj(number -> GeneratedContacts.customer(generator.person(number))).toList();
    }
}
