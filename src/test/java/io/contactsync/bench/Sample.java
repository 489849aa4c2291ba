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

    /** The same, but part of it was done so soon. */
    Sample within(double seconds) {
        return with(new ClientRun(seconds, client.process(), client.processor(), client.contacts(),
                client.peakMebibytes(), client.lacks()));
    }

    /** The same, for so many contacts. */
    Sample of(long contacts) {
        return with(new ClientRun(client.seconds(), client.process(), client.processor(), contacts,
                client.peakMebibytes(), client.lacks()));
    }

    private Sample with(ClientRun other) {
        return new Sample(other, sandboxProcessor, requests, throttled, mebibytes, load);
    }

    /** Both, one after the other. */
    Sample plus(Sample next) {
        ClientRun other = next.client();
        return new Sample(new ClientRun(client.seconds() + other.seconds(), client.process() + other.process(),
                client.processor() + other.processor(), client.contacts() + other.contacts(),
                Math.max(client.peakMebibytes(), other.peakMebibytes()), client.lacks() + other.lacks()),
                sandboxProcessor + next.sandboxProcessor(), requests + next.requests(), throttled + next.throttled(),
                mebibytes + next.mebibytes(), next.load());
    }

    double sandboxMicros() {
        return client.contacts() == 0 ? Double.NaN : sandboxProcessor * MICROS / client.contacts();
    }
}
