package io.contactsync.sandbox.people;

import io.contactsync.sandbox.store.Folder;
import io.contactsync.sandbox.store.Group;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import io.contactsync.sandbox.store.UserProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Fills a tenant: directory, groups, mailboxes with private contacts, the central mailbox. The same options give the same tenant.
 *
 * <table>
 * <caption>Who is in the directory</caption>
 * <tr><td>537 members of congress</td><td>active, licensed, with mailbox, but for the next three lines</td></tr>
 * <tr><td>about 12 of them</td><td>account disabled</td></tr>
 * <tr><td>about 13 of them</td><td>without a licence</td></tr>
 * <tr><td>about 8 of them</td><td>licensed, but without a mailbox</td></tr>
 * <tr><td>4 guests</td><td>of another company</td></tr>
 * <tr><td>further employees</td><td>as many as the target group lacks</td></tr>
 * <tr><td>customers@congress.example</td><td>shared mailbox</td></tr>
 * <tr><td>hearing.room@congress.example</td><td>room</td></tr>
 * <tr><td>5 organisational contacts</td><td>offices outside</td></tr>
 * </table>
 */
public final class TenantFactory {
    public static final String TARGET_GROUP = Employees.uuid("group:targets").toString();
    static final String NESTED_GROUP = Employees.uuid("group:field staff").toString();
    public static final String EXCLUDED_GROUP = Employees.uuid("group:not in the directory").toString();
    public static final String CENTRAL_MAILBOX = Employees.uuid("shared:customers").toString();
    public static final String CENTRAL_FOLDER = "Suppliers";
    private static final int SUPPLIERS = 15;
    private static final int PRIVATE_CONTACTS = 4;
    private static final int GUESTS = 4;

    private final Tenant tenant;
    private final List<Map<String, String>> people = CongressData.members();
    private final List<Map<String, String>> offices = CongressData.offices();
    private final Employees employees = new Employees(people);
    private final OfficeContacts contacts = new OfficeContacts(offices);
    private final List<User> eligible = new ArrayList<>();

    private TenantFactory(LongSupplier seconds) {
        tenant = new Tenant(seconds);
    }

    /** @param seconds the tenant's clock, in seconds since 1970 */
    public static Result create(int mailboxes, int centralContacts, LongSupplier seconds) {
        TenantFactory factory = new TenantFactory(seconds);
        factory.directory(mailboxes);
        factory.groups(mailboxes);
        factory.privateContacts();
        List<String> central = factory.centralMailbox(centralContacts);
        new Furnishings(factory.tenant, factory.employees).add(factory.offices, factory.eligible);
        return new Result(factory.tenant, factory.employees, List.copyOf(factory.eligible), central);
    }

    /**
     * @param eligible active, licensed members with a mailbox, in the order of the directory
     * @param central  ids of the contacts in the central mailbox's default folder
     */
    public record Result(Tenant tenant, Employees employees, List<User> eligible, List<String> central) {
    }

    private void directory(int mailboxes) {
        for (int i = 0; i < people.size(); i++) {
            real(i, employees.real(people.get(i)));
        }
        for (int i = 0; i < GUESTS; i++) {
            tenant.put(employees.guest(offices.get(i * 300)));
        }
        for (int i = 0; eligible.size() < mailboxes; i++) {
            withMailbox(employees.invented(i));
        }
    }

    private void real(int index, User user) {
        if (index % 45 == 7) {
            tenant.put(user.with(UserProperty.ACCOUNT_ENABLED, false));
            tenant.openMailbox(user.id());
        } else if (index % 41 == 11) {
            tenant.put(Employees.unlicensed(user));
        } else if (index % 67 == 23) {
            tenant.put(user);
        } else {
            withMailbox(user);
        }
    }

    private void withMailbox(User user) {
        tenant.put(user);
        tenant.openMailbox(user.id());
        eligible.add(user);
    }

    /** Every fourth target is a member by way of the nested group; every eighth both ways, so that flattening has doubles to remove. */
    private void groups(int size) {
        List<String> direct = new ArrayList<>();
        List<String> nested = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String id = eligible.get(i).id();
            if (i % 4 == 3) {
                nested.add(id);
            }
            if (i % 4 != 3 || i % 8 == 7) {
                direct.add(id);
            }
        }
        direct.add(NESTED_GROUP);
        tenant.put(Group.of(TARGET_GROUP, "contact-sync targets", "People who get the contacts.", direct));
        tenant.put(Group.of(NESTED_GROUP, "contact-sync field staff", "Part of the targets.", nested));
        List<String> excluded = eligible.subList(eligible.size() - 2, eligible.size()).stream().map(User::id).toList();
        tenant.put(Group.of(EXCLUDED_GROUP, "not in the directory", "People who are nobody's contact.", excluded));
    }

    private void privateContacts() {
        for (int owner = 0; owner < eligible.size(); owner++) {
            Mailbox mailbox = tenant.mailbox(eligible.get(owner).id());
            for (int nth = 0; nth < PRIVATE_CONTACTS - (owner % 3 == 0 ? 1 : 0); nth++) {
                tenant.createContact(mailbox, mailbox.defaultFolder(), contacts.personal(owner % 50, nth));
            }
            if (owner % 3 == 0) {
                User colleague = eligible.get((owner + 1) % eligible.size());
                tenant.createContact(mailbox, mailbox.defaultFolder(), contacts.ownColleague(colleague));
            }
        }
    }

    private List<String> centralMailbox(int count) {
        tenant.put(employees.shared("Customers", "customers"));
        Mailbox mailbox = tenant.openMailbox(CENTRAL_MAILBOX);
        mailbox.purpose("shared");
        List<String> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(tenant.createContact(mailbox, mailbox.defaultFolder(), contacts.business(i)));
        }
        Folder suppliers = mailbox.addFolder(CENTRAL_FOLDER);
        for (int i = 0; i < SUPPLIERS; i++) {
            tenant.createContact(mailbox, suppliers, contacts.business(offices.size() - 1 - i));
        }
        return ids;
    }
}
