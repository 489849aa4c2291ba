package io.contactsync.bench;

/**
 * What a client said and took.
 *
 * @param seconds    the run itself, as the client measured it
 * @param process    from its start to its end
 * @param processor  processor time of all of it
 * @param contacts   contacts written, or looked at and left alone
 * @param peakMebibytes most of the heap that was in use, not a number if nobody looked
 * @param lacks      why not all was done, or nothing
 */
record ClientRun(double seconds, double process, double processor, long contacts, double peakMebibytes, String lacks) {
}
