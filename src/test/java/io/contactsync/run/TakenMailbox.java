package io.contactsync.run;

import io.contactsync.core.MailboxResult;
import io.contactsync.workers.Letter.Kind;
import io.contactsync.workers.Letters;

import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What a worker has to do with a mailbox or has to say, in a process whose time is not this machine's. */
public final class TakenMailbox {

    private static final CommonPrint PRINT = new CommonPrint("print");

    private final Workbench bench;
    private final TakenOffer taken;

    private TakenMailbox(Workbench bench, TakenOffer taken) {
        this.bench = bench;
        this.taken = taken;
    }

    /** A workbench with that clock which nobody sets. */
    public static Workbench workbench(String name, LongSupplier nanos, Supplier<String> tokens) {
        return new Workbench(Letters.of(""), PRINT, name, nanos, tokens);
    }

    /** Its coordinator. */
    public static Coordinator coordinator(int leaseSeconds) {
        return new Coordinator(Letters.of(""), PRINT, leaseSeconds, "");
    }

    /** A mailbox that is offered. */
    public static TakenMailbox of(Workbench bench, byte[] offer, Runs runs) {
        return new TakenMailbox(bench, bench.take(offer, runs, new OldRuns(400, 30)));
    }

    /** A worker says that it is there. */
    public static TakenMailbox beat(Workbench bench) {
        return new TakenMailbox(bench, bench.beat());
    }

    /** Whether a letter is to be written. */
    public boolean isWriting() {
        return bench.isWriting(taken);
    }

    /** Whether that letter is of that kind. */
    public boolean isWriting(Kind kind) {
        return isWriting() && taken.letter().kind() == kind;
    }

    /** That letter. */
    public byte[] letter() {
        return bench.letter(taken);
    }

    /** It was answered; null if it was not. */
    public void heard(byte[] answer) {
        bench.heard(taken, answer);
    }

    /** Whether something may leave for that mailbox now. */
    public static boolean maySend(MailboxTurn turn) {
        return turn.run().record().maySend(Set.of(turn.mailbox()));
    }

    /** The coordinator's run. */
    public String run() {
        return taken.grant().run();
    }

    /** By which it is held. */
    public String token() {
        return taken.token();
    }

    /** Whether it may be worked on. */
    public boolean isGiven() {
        return bench.isGiven(taken);
    }

    /** It as the routes take it; null if it cannot be begun. */
    public MailboxTask task() {
        return bench.task(taken);
    }

    /** That it came to. */
    public void done(MailboxResult result) {
        bench.done(taken, result);
    }

    /** Nothing more comes of it. */
    public void end() {
        bench.end(taken);
    }

    /** It broke off. */
    public void failed(Exception cause) {
        bench.failed(taken, cause);
    }
}
