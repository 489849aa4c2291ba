package io.contactsync.sandbox.people;

import io.contactsync.sandbox.store.User;
import io.contactsync.sandbox.store.UserAttribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lets days pass at the sources: people join, leave and move, customers change their numbers. The nth day is always the
 * same. Those outside the target group leave first, so that small sandboxes keep their mailboxes; of very few people
 * nobody leaves.
 */
public final class SourceDays {
    private static final int JOINERS = 3;
    private static final int LEAVERS = 3;
    private static final int CHANGED_USERS = 3;
    private static final int CHANGED_CONTACTS = 2;
    private static final int FIRST_JOINER = 1_000_000;
    private final TenantFactory.Result made;
    private final Set<String> left = new HashSet<>();
    private int day;
    private SandboxDay last;

    public SourceDays(TenantFactory.Result made) {
        this.made = made;
    }

    /** Lets the next day pass. */
    public void next() {
        day++;
        last = new SandboxDay(join(), leave(), change());
    }

    /** What the last day changed, or null before the first. */
    public SandboxDay last() {
        return last;
    }

    private List<String> join() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < JOINERS; i++) {
            User user = made.joiners().apply(FIRST_JOINER + day * JOINERS + i);
            made.tenant().put(user);
            made.tenant().openMailbox(user.id());
            ids.add(user.id());
        }
        return ids;
    }

    private List<String> leave() {
        List<String> ids = new ArrayList<>();
        List<User> staff = made.eligible();
        int leavers = Math.min(LEAVERS, staff.size() / 4);
        for (int i = 0; i < staff.size() && ids.size() < leavers; i++) {
            User user = made.tenant().user(staff.get((made.targets() + i) % staff.size()).id()).orElseThrow();
            if (left.add(user.id())) {
                made.tenant().put(
                        ids.isEmpty() ? Employees.unlicensed(user) : user.with(UserAttribute.ACCOUNT_ENABLED, false));
                ids.add(user.id());
            }
        }
        return ids;
    }

    private List<String> change() {
        List<String> ids = new ArrayList<>();
        List<User> staff = made.eligible();
        for (int i = 0; i < staff.size() && ids.size() < CHANGED_USERS; i++) {
            User user = made.tenant().user(staff.get((day * CHANGED_USERS + i) % staff.size()).id()).orElseThrow();
            if (!left.contains(user.id())) {
                made.tenant().put(changed(user, ids.size()));
                ids.add(user.id());
            }
        }
        for (int i = 0; i < Math.min(CHANGED_CONTACTS, made.central().size()); i++) {
            String id = made.central().get((day * CHANGED_CONTACTS + i) % made.central().size());
            made.tenant().changeContact(TenantFactory.CENTRAL_MAILBOX, id,
                    "{\"businessPhones\":[\"" + phone(100 + i) + "\"]}");
            ids.add(id);
        }
        return ids;
    }

    private User changed(User user, int kind) {
        return switch (kind) {
            case 0 -> user.with(UserAttribute.BUSINESS_PHONES, List.of(phone(0)));
            case 1 -> user.with(UserAttribute.OFFICE_LOCATION, "Room " + (100 + day) + ", Main Building");
            default -> user.with(UserAttribute.JOB_TITLE, "Head of Project " + day);
        };
    }

    /**
     * A number of the range kept for fiction, 555-0100 to 555-0199; with its country code, since people may be of any
     * region.
     */
    private String phone(int seed) {
        return "+1 202-555-01" + String.format(Locale.ROOT, "%02d", (day * 7 + seed) % 100);
    }
}
