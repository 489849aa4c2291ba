package io.contactsync.workers;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who has which mailbox of one run. A mailbox is worked on by at most one worker, ever: whatever is lost, late or
 * doubled on the way, custody is given once, and who is not heard in time has lost the mailbox for this run.
 *
 * <pre>
 *  a mailbox is | TAKE       | RELEASE | BEAT        | RETURN        | lease over | withdrawn
 * --------------+------------+---------+-------------+---------------+------------+-----------
 *  OFFERED      | yes: GIVEN | -       | no          | no            | -          | WITHDRAWN
 *  GIVEN        | no         | OFFERED | yes: longer | yes: RETURNED | LOST       | -
 *   and overdue | no         | OFFERED | no          | yes: RETURNED | LOST       | -
 *  RETURNED     | no         | -       | no          | yes, it was   | -          | -
 *  LOST         | no         | -       | no          | no            | -          | -
 *  WITHDRAWN    | no         | -       | no          | no            | -          | -
 * </pre>
 *
 * <p>By another token than its own, nothing but a TAKE of what is offered is ever yes, and no TAKE by a token that was
 * heard before. Told by many threads at once.
 */
public final class Custody {

    /** How a mailbox stands. */
    public enum State { OFFERED, GIVEN, RETURNED, LOST, WITHDRAWN }

    private record Held(State state, String worker, String token, Instant until) {
    }

    private final Duration lease;
    private final Map<String, Held> mailboxes = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, Integer> atWorkers = new HashMap<>();
    private int open;

    /** @param lease how long a worker that is not heard keeps its mailboxes */
    public Custody(Duration lease) {
        this.lease = lease;
    }

    /** That mailbox may be taken; one that was offered before stays as it is. */
    public synchronized void offer(String mailbox) {
        if (!mailboxes.containsKey(mailbox)) {
            stands(mailbox, new Held(State.OFFERED, "", "", Instant.MAX));
        }
    }

    /** Whether a worker has its part already of all that is not through yet, where so many share it. */
    public synchronized boolean hasItsPart(String worker, int workers) {
        return (long) atWorkers.getOrDefault(worker, 0) * workers >= open;
    }

    /** By that token nothing is given any more: who has asked once hears one answer. */
    public synchronized boolean spend(String token) {
        return !token.isEmpty() && tokens.putIfAbsent(token, "") == null;
    }

    /** Somebody asks for a mailbox. */
    public synchronized boolean take(String mailbox, String worker, String token, Instant now) {
        if (!spend(token) || state(mailbox) != State.OFFERED) {
            return false;
        }
        tokens.put(token, mailbox);
        stands(mailbox, new Held(State.GIVEN, worker, token, now.plus(lease)));
        return true;
    }

    /** Whether a mailbox is held by that token. */
    public synchronized boolean holds(String token) {
        return isHeld(token);
    }

    /** Whoever has it has not begun it and never will: it is offered again. A TAKE that comes later gets no. */
    public synchronized boolean release(String token) {
        String mailbox = tokens.computeIfAbsent(token, late -> "");
        boolean ours = isHeld(token);
        if (ours) {
            stands(mailbox, new Held(State.OFFERED, "", "", Instant.MAX));
        }
        return ours;
    }

    /** A worker is heard: those of its tokens by which it still has a mailbox, and was heard in time. */
    public synchronized List<String> beat(Collection<String> held, Instant now) {
        List<String> good = held.stream()
                .filter(token -> isHeld(token) && !now.isAfter(mailboxes.get(tokens.get(token)).until())).toList();
        good.forEach(token -> mailboxes.computeIfPresent(tokens.get(token),
                (mailbox, one) -> new Held(State.GIVEN, one.worker(), token, now.plus(lease))));
        return good;
    }

    /** Whether a mailbox may be given back by that token: whoever has it, or gave it back before. */
    public synchronized boolean mayReturn(String token) {
        Held held = mailboxes.get(tokens.getOrDefault(token, ""));
        return held != null && held.token().equals(token)
                && (held.state() == State.GIVEN || held.state() == State.RETURNED);
    }

    /** A mailbox is given back; false if it was before, or is not that token's. */
    public synchronized boolean giveBack(String token) {
        return end(token, State.RETURNED);
    }

    /** Whether a mailbox is lost by now, because whoever has it was not heard. */
    public synchronized boolean isLost(String mailbox, Instant now) {
        Held held = mailboxes.get(mailbox);
        if (held != null && held.state() == State.GIVEN && now.isAfter(held.until())) {
            end(held.token(), State.LOST);
        }
        return state(mailbox) == State.LOST;
    }

    /** Nobody is to have it any more; false if somebody has or had it. */
    public synchronized boolean withdraw(String mailbox) {
        boolean free = state(mailbox) == State.OFFERED;
        if (free) {
            stands(mailbox, new Held(State.WITHDRAWN, "", "", Instant.MAX));
        }
        return free;
    }

    /** How it stands; null if it was never offered. */
    public synchronized State state(String mailbox) {
        Held held = mailboxes.get(mailbox);
        return held == null ? null : held.state();
    }

    /** Who has or had it; empty if nobody. */
    public synchronized String worker(String mailbox) {
        Held held = mailboxes.get(mailbox);
        return held == null ? "" : held.worker();
    }

    /** The mailbox that was once given by that token; empty if none was. */
    public synchronized String mailbox(String token) {
        return tokens.getOrDefault(token, "");
    }

    private boolean isHeld(String token) {
        Held held = mailboxes.get(tokens.getOrDefault(token, ""));
        return held != null && held.state() == State.GIVEN && held.token().equals(token);
    }

    private boolean end(String token, State state) {
        boolean ours = isHeld(token);
        if (ours) {
            String mailbox = tokens.get(token);
            Held one = mailboxes.get(mailbox);
            stands(mailbox, new Held(state, one.worker(), token, one.until()));
        }
        return ours;
    }

    private void stands(String mailbox, Held now) {
        Held before = mailboxes.put(mailbox, now);
        if (before != null) {
            count(before, -1);
        }
        count(now, 1);
    }

    private void count(Held held, int one) {
        if (held.state() == State.GIVEN) {
            atWorkers.merge(held.worker(), one, Integer::sum);
        }
        open += held.state() == State.GIVEN || held.state() == State.OFFERED ? one : 0;
    }
}
