package io.contactsync.sandbox.people;

import io.contactsync.sandbox.people.card.CardFiles;
import io.contactsync.sandbox.people.card.Notes;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Who is in the tenant: the shipped congress and its district offices, unless own files or the generator take their
 * places. Immutable.
 */
public final class Population {
    /** Fixed, so that everybody's generated tenant is the same. */
    public static final long SEED = 1;
    private static final Population SHIPPED = new Population(null, null, 0);
    private final Staff staff;
    private final List<String> central;
    private final int former;

    private Population(Staff staff, List<String> central, int former) {
        this.staff = staff;
        this.central = central;
        this.former = former;
    }

    /** The members of the US Congress, and their district offices as customers. */
    public static Population shipped() {
        return SHIPPED;
    }

    /**
     * Generated employees instead, and generated customers.
     *
     * @param mailboxes licensed employees, each with a mailbox, all of them targets
     * @param contacts  contacts of their own in each mailbox
     */
    public Population withGenerated(int mailboxes, int contacts, long seed) {
        return new Population(new GeneratedStaff(mailboxes, contacts, seed), central, former);
    }

    /**
     * The employees of a CSV file or a folder of vCards instead; all that are active and licensed are targets.
     *
     * @param notes told, in sentences, what is ignored, cut or left out
     * @throws IllegalArgumentException in one sentence that names the file and the line, what was found and what is
     * allowed
     */
    public Population withEmployees(Path file, Consumer<String> notes) {
        Notes told = new Notes(notes);
        List<User> users = new CardUsers(told).users(CardFiles.read(file, CardUsers.fields(), told));
        told.end();
        CardStaff employees = new CardStaff(users);
        if (employees.users().stream().noneMatch(user -> user.licensed() && user.accountEnabled())) {
            throw new IllegalArgumentException(file + " names no active, licensed employee - at least one is needed");
        }
        return new Population(employees, central, former);
    }

    /** The same for the contacts of the central mailbox. */
    public Population withCentral(Path file, Consumer<String> notes) {
        Notes told = new Notes(notes);
        List<String> contacts = CardContacts.json(CardFiles.read(file, CardContacts.fields(), told), told);
        told.end();
        if (contacts.isEmpty()) {
            throw new IllegalArgumentException(
                    file + " names nobody with a name, company or e-mail address - at least one is needed");
        }
        return new Population(staff, contacts, former);
    }

    /**
     * The same, and a former tool has left contacts of employees in each mailbox, see {@link FormerTool}.
     *
     * @param contacts how many in each
     */
    public Population withFormerTool(int contacts) {
        return new Population(staff, central, contacts);
    }

    /**
     * Makes the tenant.
     *
     * @param mailboxes       targets among the shipped employees; of others all are
     * @param centralContacts contacts in the central mailbox, unless a file gives them
     * @param seconds         the tenant's clock, in seconds since 1970
     */
    public TenantFactory.Result tenant(int mailboxes, int centralContacts, LongSupplier seconds) {
        TenantFactory.Result made = made(mailboxes, centralContacts, seconds);
        if (former > 0) {
            FormerTool.write(made.tenant(), made.eligible(), made.targets(), former);
        }
        return made;
    }

    private TenantFactory.Result made(int mailboxes, int centralContacts, LongSupplier seconds) {
        if (staff == null) {
            return central == null ? TenantFactory.create(mailboxes, centralContacts, seconds)
                    : TenantFactory.create(mailboxes, central, seconds);
        }
        Tenant tenant = new Tenant(seconds);
        List<User> eligible = staff.fill(tenant);
        TargetGroups.put(tenant, eligible, List.of());
        List<String> ids = CentralMailbox.put(tenant, GeneratedStaff.DOMAIN,
                central == null ? staff.customers(centralContacts) : central, List.of());
        return new TenantFactory.Result(tenant, eligible, eligible.size(), ids,
                new GeneratedStaff(0, 0, SEED)::employee);
    }
}
