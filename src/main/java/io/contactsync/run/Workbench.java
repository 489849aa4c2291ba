package io.contactsync.run;

import io.contactsync.core.MailboxResult;
import io.contactsync.workers.Letter.Kind;
import io.contactsync.workers.Letters;
import io.contactsync.workers.Offer;
import io.contactsync.workers.UnreadableLetterException;

import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Takes mailboxes that a coordinator offers, has them worked on by the routes of this process, and gives them back with
 * all that was done: the bean behind {@code take-mailbox} and {@code keep-mailboxes}.
 */
public final class Workbench implements AutoCloseable {

    private static final TakenOffer NOTHING = new TakenOffer(new Offer("", "", "", ""), "", "");

    private final Letters letters;
    private final String print;
    private final Shift shift;
    private final Conversation conversation;
    private final Supplier<String> tokens;
    private final GivenBack given = new GivenBack();
    private final Misfit misfit = new Misfit(new SaidOnce());

    /**
     * Wired from the configuration.
     *
     * @param name what this worker is called; empty for the process's own name
     */
    public Workbench(Letters letters, CommonPrint print, String name) {
        this(letters, print, name.isEmpty() ? "worker-" + ProcessHandle.current().pid() + "-"
                + UUID.randomUUID().toString().substring(0, 8) : name, System::nanoTime,
                () -> UUID.randomUUID().toString());
    }

    /**
     * With another time.
     *
     * @param nanos the clock that nobody sets
     * @param tokens none of them twice
     */
    Workbench(Letters letters, CommonPrint print, String name, LongSupplier nanos, Supplier<String> tokens) {
        this.letters = letters;
        this.print = print.text();
        this.tokens = tokens;
        this.shift = new Shift(name, nanos);
        this.conversation = new Conversation(letters, shift, misfit);
    }

    /**
     * A mailbox is offered: asks for it, if this worker is fit for it.
     *
     * @param runs those of this process
     * @param old removes what is old of them
     */
    public TakenOffer take(byte[] bytes, Runs runs, OldRuns old) {
        shift.uses(runs, old);
        try {
            Offer offer = letters.read(bytes, Offer.class);
            TakenOffer taken = new TakenOffer(offer, shift.worker, tokens.get());
            if (offer.version() != Offer.VERSION || !offer.print().equals(print)) {
                misfit.heard(CommonPrint.sentence("the coordinator"));
                return stranger(offer);
            }
            misfit.fits();
            if (shift.isOpen(offer.run()) && !shift.lease().has(offer.mailbox())) {
                taken.write(Kind.TAKE);
            }
            return taken;
        } catch (UnreadableLetterException refused) {
            misfit.heard("an offer is not heeded: " + refused.getMessage());
            return NOTHING;
        }
    }

    /** Asks by what this worker is: it gets nothing, and the coordinator knows that it is there, and why not. */
    private TakenOffer stranger(Offer offer) {
        TakenOffer asks = new TakenOffer(new Offer(offer.coordinator(), offer.run(), offer.mailbox(), print),
                shift.worker,
                tokens.get());
        asks.write(Kind.TAKE);
        return asks;
    }

    /** Says that this worker is there, if it has a part in a run. */
    public TakenOffer beat() {
        String token = tokens.get();
        Offer run = shift.of(print);
        TakenOffer beat = run == null ? NOTHING : new TakenOffer(run, shift.worker, token);
        if (run != null) {
            beat.write(shift.beat(run, token));
        }
        return beat;
    }

    /** What is done here now, and was since the start, for whoever watches. */
    public String told() {
        Offer run = shift.of(print);
        int mailboxes = shift.lease().held().size();
        return (run == null ? "no run has a part here now"
                : mailboxes + (mailboxes == 1 ? " mailbox" : " mailboxes") + " at work in the coordinator's run "
                        + run.run()) + "; " + given.told();
    }

    /** Why it gets no mailboxes; empty if it may, or has a part in a run all the same. */
    public String trouble() {
        return shift.of(print) == null ? misfit.sentence() : "";
    }

    /** Whether a letter is to be written. */
    public boolean isWriting(TakenOffer taken) {
        return taken.letter() != null;
    }

    /** To whom. */
    public String coordinator(TakenOffer taken) {
        return taken.coordinator();
    }

    /** That letter. */
    public byte[] letter(TakenOffer taken) {
        taken.written(shift.clock().instant());
        return letters.write(taken.letter());
    }

    /**
     * The coordinator has answered.
     *
     * @param bytes null or empty if it has not
     */
    public void heard(TakenOffer taken, byte[] bytes) {
        conversation.heard(taken, bytes);
    }

    /** Whether the mailbox may be worked on now. */
    public boolean isGiven(TakenOffer taken) {
        return taken.isGiven();
    }

    /** Whether others are to have their part of mailboxes first. */
    public boolean isLater(TakenOffer taken) {
        return taken.isLater();
    }

    /** The mailbox as the routes of this process take it; null, and it is left to others, if it cannot be begun. */
    public MailboxTask task(TakenOffer taken) {
        MailboxTask task = shift.task(taken.grant());
        if (task == null) {
            conversation.release(taken);
        } else {
            taken.begin();
        }
        return task;
    }

    /** What it came to is to be told. */
    public TakenOffer done(TakenOffer taken, MailboxResult result) {
        if (taken.tells(result.status().word())) {
            byte[] account = shift.account(result).get(); // others need not wait for it
            taken.write(Kind.RETURN);
            taken.write(taken.letter().with(account));
        }
        return taken;
    }

    /**
     * Nothing more comes of it, however it went: it is not said to be held any more. What was begun and cannot be told
     * is lost, and settles.
     */
    public void end(TakenOffer taken) {
        shift.lease().ends(taken.mailbox(), taken.token());
        if (taken.ends()) {
            shift.leave(taken.grant());
            given.count(taken.result());
        }
    }

    /** It broke off, in whatever way: what was done until then is to be told all the same. */
    public TakenOffer failed(TakenOffer taken, Exception cause) {
        return done(taken, MailboxResults.broken(taken.mailbox(), cause));
    }

    @Override
    public void close() {
        shift.close();
    }
}
