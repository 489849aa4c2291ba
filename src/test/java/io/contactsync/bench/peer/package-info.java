/** Other clients of Graph that do what contact-sync does in its first run, as people write them. */
package io.contactsync.bench.peer;
