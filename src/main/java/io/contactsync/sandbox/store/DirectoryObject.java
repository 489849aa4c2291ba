package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.Fields;
import java.util.List;
import java.util.Set;

/** What users and groups have in common for the directory's queries. */
public interface DirectoryObject extends Fields {

    /** Object id. */
    String id();

    /** Name of the type, such as {@code microsoft.graph.user}. */
    String type();

    /** All properties that can be selected. */
    Set<String> properties();

    /** Those shown when nothing is selected. */
    List<String> defaults();
}
