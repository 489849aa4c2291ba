package io.contactsync.cli;

import io.contactsync.run.RunSummary;

/**
 * A run and what it cost.
 *
 * @param summary what it came to
 * @param graphRequests requests to Graph, each one inside a batch counted
 * @param throttled answers with status 429 among them
 */
record Report(RunSummary summary, long graphRequests, long throttled) {
}
