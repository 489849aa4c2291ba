package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.DriftRules;
import io.contactsync.core.Plan;

import java.util.Iterator;

/**
 * Contacts of ours are to be what the sources say, whatever {@code drift.policy} says: all of them are read, what
 * differs is restored, and what owners released or deleted is given back. Nothing is deleted but doubles, and nobody
 * joins: contacts that were never there are left to the next run.
 */
public record RepairOrder(Scope scope) implements Order {

    @Override
    public String word() {
        return "repair";
    }

    @Override
    public boolean isOfSources() {
        return true;
    }

    @Override
    public boolean isApproved() {
        return false;
    }

    @Override
    public DriftRules drift(DriftRules configured) {
        return configured.repairing();
    }

    @Override
    public Planning planning(Run run) {
        return this::plan;
    }

    private Plan plan(MailboxTurn turn, Iterator<CurrentContact> current) {
        if (!scope.keys().isEmpty()) {
            turn.acquaintance().leftUnread();
        }
        Plan plan = SyncPlanning.plan(turn, current)
                .only(change -> change.action() != Action.DELETE || change.isSweep());
        int joining = (int) plan.changes().stream().filter(RepairOrder::isJoining).count();
        turn.run().tidings().notes().joining(joining);
        return plan.only(change -> !isJoining(change));
    }

    private static boolean isJoining(Change change) {
        return change.action() == Action.CREATE && change.reason().equals(Change.NEW);
    }
}
