package io.contactsync.run;

import java.io.Serializable;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.contactsync.core.DriftRules;

/**
 * What a run is to do. Whatever it is, it becomes a plan of each mailbox and goes through the same guards, journal and
 * dispatch; a stored plan names it, and is carried out as what it is.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "order")
@JsonSubTypes({@JsonSubTypes.Type(value = SyncOrder.class, name = "sync"),
    @JsonSubTypes.Type(value = RepairOrder.class, name = "repair"),
    @JsonSubTypes.Type(value = RemoveOrder.class, name = "remove"),
    @JsonSubTypes.Type(value = AdoptOrder.class, name = "adopt"),
    @JsonSubTypes.Type(value = UndoOrder.class, name = "undo")})
public interface Order extends Serializable {

    /** Its name, which is that of the command. */
    String word();

    /** What it is limited to. */
    Scope scope();

    /** Which mailboxes it goes to, before its scope is asked. */
    default Listing listing() {
        return Listing.TARGETS;
    }

    /**
     * Whether it makes mailboxes hold what the sources name: they are read. Any other order leaves them alone.
     */
    boolean isOfSources();

    /** Whether who asked for it has seen all that it does: no guard asks once more. */
    boolean isApproved();

    /** How it deals with contacts that others touch, if that is how this installation does. */
    default DriftRules drift(DriftRules configured) {
        return configured;
    }

    /** How a mailbox of that run is planned. Asked once a run, when sources and journals have been read. */
    Planning planning(Run run);
}
