package io.contactsync.house;

/** The rooms of the house, with those in them. */
final class Rooms {

    static final String CORE = "io.contactsync.core..";
    static final String CONTACT = "io.contactsync.contact..";
    static final String JOURNAL = "io.contactsync.journal..";
    static final String RUN = "io.contactsync.run..";
    static final String GRAPH = "io.contactsync.microsoftgraph..";
    static final String SANDBOX = "io.contactsync.sandbox..";
    static final String PROBE = "io.contactsync.probe..";
    static final String SOURCE = "io.contactsync.source..";
    static final String PROBLEM = "io.contactsync.problem..";
    static final String CSV = "io.contactsync.source.csv..";
    static final String KAMELET = "io.contactsync.kamelet..";
    static final String NOTIFY = "io.contactsync.notify..";
    static final String CLUSTER = "io.contactsync.cluster..";
    static final String WORKERS = "io.contactsync.workers..";
    static final String CLI = "io.contactsync.cli..";

    private Rooms() {
    }
}
