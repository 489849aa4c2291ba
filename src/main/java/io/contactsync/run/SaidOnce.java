package io.contactsync.run;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sentences that are worth a line in the log the first time, and would fill it if they came with every letter. */
final class SaidOnce {

    private static final Logger LOG = LoggerFactory.getLogger("contact-sync");
    private static final int MOST = 1_000;

    private final Set<String> said = ConcurrentHashMap.newKeySet();

    void warn(String sentence) {
        if (said.size() < MOST && said.add(sentence)) {
            LOG.warn(sentence);
        }
    }
}
