package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs in processes of their own whose disk fails: something happens at a call by which a file becomes durable, by a
 * small library in C ({@code src/test/c/faulty.c}) that a compiler has to be there for. {@code -Dproof.syncs=all} lets
 * it happen at every such call of a run, otherwise a disk be full from one in the middle.
 */
class DiskTest {

    private static final boolean ALL = "all".equals(System.getProperty("proof.syncs"));
    /** The others take a while too. */
    private static final String IN_A_BUILD = "full";
    /** After so many runs that failed it is looked whether all is well. */
    private static final int ROUND = 4;

    @TempDir
    Path temp;
    private Path library;
    private Customers customers;

    @BeforeEach
    void build() throws Exception {
        library = temp.resolve("faulty.so");
        assumeTrue(built(library), "no C compiler for a library that can be preloaded");
        customers = new Customers(temp);
    }

    @AfterEach
    void close() {
        if (customers != null) {
            customers.close();
        }
    }

    private static boolean built(Path library) throws InterruptedException {
        try {
            return new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), "src/test/c/faulty.c", "-ldl")
                    .start().waitFor() == 0;
        } catch (IOException noCompiler) {
            return false;
        }
    }

    /** How a run of that day ended, to which this happened. */
    private int run(int day, Map<String, String> faulty) throws Exception {
        customers.work(day);
        ProcessBuilder process = customers.run();
        process.environment().putAll(Map.of("LD_PRELOAD", library.toString(), "FAULTY_FOLDER",
                customers.bench().data().toString()));
        process.environment().putAll(faulty);
        int exit = process.start().waitFor();
        customers.bench().letPass(Customers.SETTLED);
        return exit;
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill", "killed", "sync", "full", "readonly"})
    void whateverHappensWhereItMattersTheNextRunsMakeItGood(String kind) throws Exception {
        assumeTrue(ALL || kind.equals(IN_A_BUILD), "with -Dproof.syncs=all");
        Path count = temp.resolve("count");
        assertThat(run(1, Map.of("FAULTY_COUNT", count.toString()))).isZero();
        int calls = Integer.parseInt(Files.readString(count).strip());
        assertThat(calls).isGreaterThan(20);
        List<Integer> exits = new ArrayList<>();
        int last = ALL ? calls : calls / 2;
        for (int at = ALL ? 1 : last; at <= last; at++) {
            exits.add(run(at + 1, Map.of("FAULTY_AT", Integer.toString(at), "FAULTY_KIND", kind)));
            if (exits.size() % ROUND == 0 || at == last) {
                customers.converge();
            }
        }
        System.out.println(kind + ": calls=" + calls + " runs=" + exits.size() + " done="
                + exits.stream().filter(exit -> exit == 0).count());
        if (kind.startsWith("kill")) {
            assertThat(exits).as("exit codes").doesNotContain(0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-3})
    void aClockThatIsDaysWrongDoublesNothing(long days) throws Exception {
        run(1, Map.of("FAULTY_CLOCK", Long.toString(Duration.ofDays(days).toSeconds())));
        customers.converge();
    }
}
