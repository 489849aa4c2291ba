package io.contactsync.bench;

/**
 * One repetition.
 *
 * @param client           what the client said and took
 * @param sandboxProcessor processor time of the sandbox meanwhile
 * @param requests         requests that reached it, as Graph counts them
 * @param throttled        those of them that were throttled
 * @param mebibytes        what it sent
 * @param load             who else used the machine
 */
record Sample(ClientRun client, double sandboxProcessor, long requests, long throttled, double mebibytes,
        MachineWatch.Load load) {

    private static final double MICROS = 1e6;

    double clientMicros() {
        return client.contacts() == 0 ? Double.NaN : client.processor() * MICROS / client.contacts();
    }

    double sandboxMicros() {
        return client.contacts() == 0 ? Double.NaN : sandboxProcessor * MICROS / client.contacts();
    }
}
