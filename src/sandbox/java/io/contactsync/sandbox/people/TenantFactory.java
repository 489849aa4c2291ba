package io.contactsync.sandbox.people;

import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import io.contactsync.sandbox.store.UserAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/**
 * Fills a tenant: directory, groups, mailboxes with private contacts, the central mailbox. The same options give the
 * same tenant.
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
        return create(mailboxes, new OfficeContacts(CongressData.offices()).business(0, centralContacts), seconds);
    }

    /** @param central JSON of the contacts in the default folder of the central mailbox */
    static Result create(int mailboxes, List<String> central, LongSupplier seconds) {
        TenantFactory factory = new TenantFactory(seconds);
        factory.directory(mailboxes);
        TargetGroups.put(factory.tenant, factory.eligible.subList(0, mailboxes), factory.lastTwo());
        factory.privateContacts();
        List<String> ids = CentralMailbox.put(factory.tenant, Employees.DOMAIN, central,
                factory.contacts.business(factory.offices.size() - SUPPLIERS, SUPPLIERS));
        new Furnishings(factory.tenant).add(factory.offices, factory.eligible);
        return new Result(factory.tenant, List.copyOf(factory.eligible), mailboxes, ids, factory.employees::invented);
    }

    /**
     * @param eligible active, licensed members with a mailbox, in the order of the directory
     * @param targets  how many of them, from the first, are in the target group
     * @param central  ids of the contacts in the central mailbox's default folder
     * @param joiners  makes a further employee of a number; each number another one
     */
    public record Result(Tenant tenant, List<User> eligible, int targets, List<String> central,
            IntFunction<User> joiners) {
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
            tenant.put(user.with(UserAttribute.ACCOUNT_ENABLED, false));
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

    private List<User> lastTwo() {
        return eligible.subList(eligible.size() - 2, eligible.size());
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
}
