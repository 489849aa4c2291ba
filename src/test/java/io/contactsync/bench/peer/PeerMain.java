package io.contactsync.bench.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.sandbox.SandboxAddress;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Lets a peer write, and prints a line of JSON for each round. Arguments: its kind, and how many rounds. */
public final class PeerMain {

    private static final double NANOS = 1e9;

    private PeerMain() {
    }

    /** The environment says where the sandbox is. */
    public static void main(String[] arguments) throws Exception {
        SandboxAddress address = new ObjectMapper().readValue(System.getenv("BENCH_ADDRESS"), SandboxAddress.class);
        Peer peer = PeerKind.valueOf(arguments[0]).peer(address);
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            long began = System.nanoTime();
            double processor = processor();
            long contacts = peer.write();
            System.out.printf(Locale.ROOT, "{\"seconds\":%.3f,\"processor\":%.3f,\"contacts\":%d}%n",
                    (System.nanoTime() - began) / NANOS, processor() - processor, contacts);
        }
        System.exit(0);
    }

    private static double processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime() / NANOS;
    }
}
