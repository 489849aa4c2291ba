package io.contactsync.simulation;

import io.contactsync.run.Coordinator;
import io.contactsync.run.TakenMailbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The workers that do a machine's mailboxes, and how the machine's processes coordinate them. */
final class Workers {

    /** After so long none of them is at work in a mailbox of a run that is gone: a new folder takes longer. */
    static final long UNHEARD_MILLIS = 300_000;
    private static final int LEASE_SECONDS = 30;

    final Machine machine;
    final Dice dice;
    /** What falls asleep, and when it wakes. */
    final Dice sleeps;
    final Post post;
    private final List<WorkerMachine> all = new ArrayList<>();
    final Hands hands = new Hands();
    private final WrongCoordinator wrong;
    private Coordinator coordinator;
    private boolean isThere;
    private boolean isService;

    private Workers(Machine machine, long seed) {
        this.machine = machine;
        this.dice = new Dice(seed);
        this.sleeps = new Dice(~seed);
        this.post = new Post(machine.world, dice, this);
        this.wrong = new WrongCoordinator(machine.variant);
        for (int number = dice.between(1, 2); number > 0; number--) {
            all.add(new WorkerMachine(this, "w" + number));
        }
    }

    /** Those of a machine, if it leaves mailboxes to others; their dice are their own. */
    static Optional<Workers> of(Machine machine) {
        return machine.variant.isOnWorkers()
                ? Optional.of(new Workers(machine, machine.world.dice.random().nextLong()))
                : Optional.empty();
    }

    /** A worker that has room. */
    Optional<WorkerMachine> free() {
        List<WorkerMachine> free = new ArrayList<>(all);
        Collections.rotate(free, (int) (machine.world.now() % all.size()));
        return free.stream().filter(WorkerMachine::isFree).findFirst();
    }

    /** The machine has a new process. */
    void begin() {
        coordinator = TakenMailbox.coordinator(LEASE_SECONDS);
        isThere = true;
        isService = false;
    }

    /** Its run came to its end: a service is still there. */
    void serves() {
        isService = true;
    }

    /** Its run is over, or its process gone. */
    void end() {
        isThere = isService;
    }

    Coordinator coordinator() {
        return coordinator;
    }

    /** What the coordinator answers; null if there is none. */
    byte[] answer(byte[] letter) {
        if (!isThere) {
            return null;
        }
        try {
            byte[] answer = wrong.answer(letter, coordinator.answer(letter));
            hands.answered(letter, answer);
            if (dice.chance(0.1)) {
                machine.perhapsCrash();
            }
            return answer;
        } catch (RuntimeException failed) {
            machine.world.note("the coordinator does not answer: " + failed);
            return null;
        }
    }
}
