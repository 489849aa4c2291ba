package io.contactsync.bench.peer;

import io.contactsync.sandbox.SandboxAddress;

/** Who else could do it. */
public enum PeerKind {
    /** The usual script: mailboxes by 32 workers, one POST after the other. */
    SCRIPT {
        @Override
        Peer peer(SandboxAddress address) {
            return new ScriptPeer(address);
        }
    },
    /** Microsoft's client for Java, a call for each contact, four at a time for a mailbox. */
    SDK_CALLS {
        @Override
        Peer peer(SandboxAddress address) {
            return new SdkCallsPeer(address);
        }
    },
    /** Microsoft's client for Java, its batches of twenty, one at a time for a mailbox. */
    SDK_BATCHES {
        @Override
        Peer peer(SandboxAddress address) {
            return new SdkBatchesPeer(address);
        }
    };

    abstract Peer peer(SandboxAddress address);
}
