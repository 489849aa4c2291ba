package io.contactsync.simulation.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** The disk of one machine; processes come and go, what is synced stays. For one thread. */
public final class Disk {

    /** Is asked before anything is written, synced or renamed: may fail it, or end the process. */
    @FunctionalInterface
    public interface Trouble {
        /** @throws IOException if the disk fails */
        void before(String what) throws IOException;
    }

    private final RandomGenerator random;
    private final LongSupplier clock;
    private Trouble trouble = what -> { };
    private boolean syncs = true;
    private DiskFolder root = new DiskFolder();
    private DiskFileSystem process;
    private int writes;

    /**
     * An empty disk.
     *
     * @param clock the machine's, which dates files, in milliseconds
     */
    public Disk(RandomGenerator random, LongSupplier clock) {
        this.random = random;
        this.clock = clock;
    }

    /** From now on that happens to it. */
    public void trouble(Trouble fresh) {
        trouble = fresh;
    }

    /** Whether what is synced is on the disk: to see what a program does that does not sync. */
    public void syncs(boolean really) {
        syncs = really;
    }

    boolean syncs() {
        return syncs;
    }

    /** A new process looks at it; the one before is gone, and can do nothing any more. Its root folder. */
    public Path boot() {
        end();
        process = new DiskFileSystem(this);
        return process.root();
    }

    /** The process is gone; all that it wrote is there, the operating system has it. */
    public void end() {
        if (process != null) {
            process.die();
        }
    }

    /** The power is gone, and with it what was not synced. */
    public void losePower() {
        end();
        root.lose(random);
    }

    /** A new disk. */
    public void replace() {
        end();
        root = new DiskFolder();
    }

    /** One bit somewhere is not as it was written. */
    public String flip() {
        List<String> places = new ArrayList<>();
        List<DiskFile> files = new ArrayList<>();
        gather(root, "", places, files);
        if (files.isEmpty()) {
            return "nothing";
        }
        int place = random.nextInt(files.size());
        files.get(place).flip(random);
        return places.get(place);
    }

    private static void gather(DiskFolder folder, String at, List<String> places, List<DiskFile> files) {
        folder.names.forEach((name, child) -> {
            if (child instanceof DiskFolder inner) {
                gather(inner, at + "/" + name, places, files);
            } else {
                places.add(at + "/" + name);
                files.add((DiskFile) child);
            }
        });
    }

    /** What of a file would be there after a power failure now; nothing if its name is not synced. */
    public byte[] surviving(Path path) {
        Object at = root;
        for (Path name : path) {
            at = at instanceof DiskFolder folder ? folder.synced(name.toString()) : null;
        }
        return at instanceof DiskFile file ? file.synced() : new byte[0];
    }

    DiskFolder root() {
        return root;
    }

    void before(String what) throws IOException {
        trouble.before(what);
    }

    /** What was written later is told apart within a millisecond too. */
    void touched(DiskFile file) {
        file.modified = clock.getAsLong();
        file.order = ++writes;
    }
}
