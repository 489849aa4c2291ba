package io.contactsync.bench;

/** Looks at the machine before and after something: who else uses it. */
final class MachineWatch {

    private static final double NANOS = 1e9;

    private final double before = ProcessorTime.load();
    private final double own = ProcessorTime.own();
    private final double machine = ProcessorTime.machine();
    private final long began = System.nanoTime();

    /** @param ours processor time of all that was measured */
    Load until(double ours) {
        double others = ProcessorTime.machine() - machine - ours - ProcessorTime.own() + own;
        return new Load(before, ProcessorTime.load(), Math.max(0, others) / seconds());
    }

    double seconds() {
        return (System.nanoTime() - began) / NANOS;
    }

    /**
     * What else there was.
     *
     * @param before  processes that wanted a processor before
     * @param after   and after
     * @param foreign processors that others used meanwhile
     */
    record Load(double before, double after, double foreign) {
    }
}
