package io.contactsync.source;

import java.io.Closeable;
import java.util.Iterator;

/** Rows of a source, one at a time; closed at their end. */
public interface SourceRows extends Iterator<SourceRow>, Closeable {
}
