package io.contactsync.simulation;

import io.contactsync.core.CurrentContact;
import io.contactsync.core.MailboxResult;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;
import io.contactsync.microsoftgraph.Refusals;
import io.contactsync.run.Calm;
import io.contactsync.run.CategoryAnswers;
import io.contactsync.run.ContactReading;
import io.contactsync.run.JournalEntries;
import io.contactsync.run.MailboxPlan;
import io.contactsync.run.MailboxResults;
import io.contactsync.run.MailboxStep;
import io.contactsync.run.MailboxTurn;
import io.contactsync.run.Mailboxes;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A mailbox's turn in a run, step by step as the routes {@code sync-mailbox}, {@code plan-mailbox},
 * {@code write-mailbox} and {@code dispatch-step} take it. Between two steps others have theirs.
 */
final class MailboxFlow {

    /** So long a list may take to be read, in milliseconds: what its first page shows may be as old as that. */
    private static final int SLOW_LIST = 30_000;
    private static final GraphBatchResponse UNSENT =
            new GraphBatchResponse(0, false, "Stopping", "not its turn", null, Map.of(), "c", null);

    private final MailboxProcess run;
    private final JournalEntries entries = new JournalEntries();
    private final MailboxResults results = new MailboxResults();
    private final World world;
    private final Dice dice;
    private final VirtualMailbox mailbox;
    private final Server server;
    private final Mailboxes mailboxes;
    private final EngineVariant variant;
    private final CategoryAnswers categories = new CategoryAnswers();
    private final MailboxWatch watch;
    private final ContactReading reading = new ContactReading();
    private final Calm calm = new Calm();
    private MailboxTurn turn;
    private MailboxPlan planned;
    private MailboxStep step;

    MailboxFlow(MailboxProcess run, String id) {
        Machine machine = run.machine();
        this.run = run;
        this.world = machine.world;
        this.dice = world.dice;
        int place = world.mailboxes.stream().map(mailbox -> mailbox.id).toList().indexOf(id);
        this.mailbox = world.mailboxes.get(place);
        this.server = machine.servers.get(place);
        this.mailboxes = machine.mailboxes;
        this.variant = machine.variant;
        this.watch = new MailboxWatch(machine.oracle, run.disk(), mailbox);
    }

    void start(MailboxTurn mine) {
        turn = mine;
        begin();
    }

    private void begin() {
        if (calm.isHeldUp(turn)) {
            after(calm.pauseMillis(turn), () -> {
                probe();
                begin();
            });
            return;
        }
        after(dice.between(10, 5_000), () -> {
            if (mailboxes.isSkipped(turn)) {
                end(results.skipped(turn));
            } else if (mailboxes.isSearched(turn)) {
                throw new IllegalStateException("nobody asked for that");
            } else if (run.machine().deltas.begin(turn)) {
                after(run.machine().deltas.millis(), this::list);
            } else {
                list();
            }
        });
    }

    private void list() {
        new ChangedFlow(turn, server, this::after).read(watch, () -> list(true), this::plan);
    }

    private void plan(Iterator<CurrentContact> seen) {
        watch.begins();
        after(dice.chance(0.2) ? dice.between(0, SLOW_LIST) : 0, () -> {
            planned = Pages.perhapsShaky(variant.plan(mailboxes, turn, seen, run.clock().graph()), dice);
            read();
        });
    }

    /** One small question to Graph, while most calls fail. */
    private void probe() {
        if (calm.isToProbe(turn)) {
            if (world.isBad(world.weather.faults())) {
                calm.unanswered(turn);
            } else {
                calm.answered(turn);
            }
        }
    }

    /** Goes on after that time; what fails there ends the mailbox. */
    private void after(long millis, Runnable what) {
        run.at(world.now() + millis, () -> {
            run.perhapsCrash();
            run.perhapsStops();
            try {
                what.run();
            } catch (RuntimeException failure) {
                world.note(mailbox.id + " failed: " + failure);
                end(results.failed(turn, failure, step));
            }
        });
    }

    private void end(MailboxResult result) {
        entries.end(turn, result);
        run.ended(turn, result);
    }

    private Iterator<CurrentContact> list(boolean forStrangers) {
        List<CurrentContact> list = variant.seen(server);
        watch.listed(list);
        if (forStrangers) {
            watch.listedForStrangers(list);
        }
        return list.stream().map(variant::proved).iterator();
    }

    private void read() {
        if (!reading.isRunning(planned)) {
            guard();
            return;
        }
        planned = reading.next(planned);
        if (reading.isDue(planned)) {
            after(0, () -> {
                planned = reading.answered(planned, server.look(reading.requests(planned)));
                read();
            });
        } else {
            probe();
            after(reading.waitMillis(planned), this::read);
        }
    }

    private void guard() {
        planned = variant.guard(mailboxes, planned);
        if (planned.shaky()) {
            after(dice.between(10, 5_000), () -> {
                planned = mailboxes.confirm(planned, list(false));
                agree();
            });
        } else {
            agree();
        }
    }

    private void agree() {
        if (mailboxes.isCarriedOut(planned)) {
            planned = mailboxes.agree(planned);
        }
        entries.plan(planned);
        world.note("plan " + mailbox.id + " " + planned.plan().changes().stream()
                .map(change -> change.action().word() + " " + change.key().text()).toList() + planned.plan().kept());
        watch.planned(planned, run.of(turn));
        after(0, this::write);
    }

    private void write() {
        if (!mailboxes.mayLackCategory(planned)) {
            begin(planned);
        } else if (server.closedMillis() > 0) {
            after(server.closedMillis(), this::write);
        } else {
            categories.intent(planned);
            Object answer = server.addCategory() ? null : Refusals.of(409);
            categories.outcome(planned, answer);
            begin(categories.guard(planned, answer));
        }
    }

    private void begin(MailboxPlan guarded) {
        planned = guarded;
        step = mailboxes.begin(planned);
        entries.outcomes(step);
        goOn();
    }

    private void goOn() {
        if (!mailboxes.isRunning(step)) {
            end(results.written(planned, step));
        } else if (mailboxes.isSending(step)) {
            send();
        } else if (mailboxes.isLooking(step)) {
            after(dice.between(50, 4_000), this::look);
        } else if (mailboxes.isListing(step)) {
            after(dice.between(50, 4_000), () -> came(mailboxes.listed(step, list(true))));
        } else {
            probe();
            after(calm.waitMillis(step), () -> came(mailboxes.due(step, null)));
        }
    }

    private void look() {
        GraphBatchResponse seen = server.look(mailboxes.questions(step));
        watch.looked();
        came(mailboxes.looked(step, variant.believed(step.step(), seen)));
    }

    private void came(MailboxStep next) {
        step = next;
        if (!step.step().outcomes().isEmpty()) {
            world.note(mailbox.id + " " + step.step().outcomes().stream()
                .map(outcome -> outcome.change().key().id() + " " + outcome.kind() + " " + outcome.reason()).toList());
        }
        entries.outcomes(step);
        goOn();
    }

    private void send() {
        watch.intends(step.step().send());
        variant.intends(() -> entries.intents(step));
        run.leaves(turn, this::leave, () -> came(mailboxes.answered(step, UNSENT)));
    }

    private void leave() {
        run.clock().perhapsJumps();
        List<GraphRequest> requests = mailboxes.requests(step);
        run.perhapsCrash(() -> world.at(server.take(requests).at(), () -> server.landed()));
        run.sends(turn);
        watch.sends(turn.run(), step.step().send(), requests);
        Server.Delivery delivery = server.take(requests);
        run.lands(delivery.at(), server);
        after(delivery.at() - world.now(), () -> came(mailboxes.answered(step,
                variant.heard(server, requests, delivery.answer()))));
    }
}
