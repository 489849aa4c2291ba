package io.contactsync.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.core.KnownUsers;
import io.contactsync.journal.UserMemory;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A list of users that a run needs: as it was read before, where Graph tells of no change since, or else read in full.
 * For one thread.
 */
public final class UserList {

    private static final String LINK = "/users/delta?";

    private final Run run;
    private final String name;
    private final String wanted;
    private final Duration often;
    private final Iterator<JsonNode> all;
    private final BooleanSupplier exact;
    private final boolean isAgain;
    private KnownUsers known;
    private boolean isUnchanged;

    /**
     * One that may be as it was.
     *
     * @param properties that are read of each user; which users are read, configuration and program decide
     * @param often how long it may go without being read in full
     * @param all reads them, as soon as the first is asked for
     * @param exact whether then none was missing: of many, a list may lack a few whom no change ever tells
     */
    UserList(Run run, String name, String properties, Duration often, Iterator<JsonNode> all, BooleanSupplier exact) {
        this.run = run;
        this.name = name;
        this.often = often;
        this.all = all;
        this.exact = exact;
        this.wanted = users().wanted(name + '\n' + properties + '\n' + often);
        Optional<KnownUsers> again = users().again(name);
        this.isAgain = again.isPresent();
        this.known = again.orElseGet(() -> users().known(name));
    }

    private RunUsers users() {
        return run.tidings().users();
    }

    /** Whether its changes are to be asked for. */
    public boolean isToBeAsked() {
        return !isAgain && isTrusted();
    }

    private boolean isTrusted() {
        return known.isTrusted(wanted, run.begun().settings().settle(), now());
    }

    /** What asks for them. */
    public String link() {
        return known.link();
    }

    /** Whether a link for its changes is to be begun before it is read. */
    public boolean isToBeBegun() {
        return !isAgain && !isUnchanged && known.isWorthALink(wanted, often, now());
    }

    /** Graph's time, which is known as soon as it has answered anything. */
    private Instant now() {
        Instant told = run.time().graph().serverTime();
        return told == null ? run.time().now() : told;
    }

    /**
     * Graph was asked for changes, or for a link.
     *
     * @param changed whether there was any
     * @param next what asks for those that come; null if there is none
     */
    void told(boolean changed, String next) {
        String link = next == null ? null : run.time().graph().relative(next);
        boolean good = link != null && link.startsWith(LINK);
        if (isTrusted()) {
            isUnchanged = good && !changed;
            known = isUnchanged ? known : known.withoutLink();
        } else {
            known = KnownUsers.begun(good && !changed ? next : "", wanted, now());
        }
    }

    /** The users: each is read now, or comes from the reading before. */
    Iterator<JsonNode> rows() {
        users().reads(name, known);
        UserMemory.Read before = isUnchanged ? users().before(name) : UserMemory.Read.NOTHING;
        if (isUnchanged && before.known().equals(known)) {
            users().unchanged(name, known);
            return new KeptUsers(before.rows());
        }
        return new KeepingUsers(all, run.time().clock(), this::read);
    }

    /** All were read, in that time. Where no link tells of changes, or anybody is missing, the rows are not kept. */
    private void read(List<byte[]> rows, Duration took) {
        Instant began = now().minus(took);
        users().read(name, known.link().isEmpty() || !exact.getAsBoolean()
                ? new UserMemory.Read(known.read(Instant.EPOCH, Instant.EPOCH), List.of())
                : new UserMemory.Read(known.read(began, began.plus(often)), rows));
    }
}
