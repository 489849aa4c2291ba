package io.contactsync.schema;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails the test, or the class, during which something went over the wire that is against the official schema; at the
 * end of all tests says how much was looked at. In force for every test: JUnit finds it in {@code META-INF/services}.
 */
public final class SchemaGuard implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private final Supplier<List<String>> findings;

    public SchemaGuard() {
        this(SchemaWatch::takeFindings);
    }

    SchemaGuard(Supplier<List<String>> findings) {
        this.findings = findings;
    }

    /** Closed after the last class of all. */
    private record End(SchemaGuard guard) implements AutoCloseable {
        @Override
        public void close() {
            System.out.println(SchemaWatch.summary());
            guard.requireNone();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(ExtensionContext.Namespace.create(SchemaGuard.class)).getOrComputeIfAbsent("end",
                any -> new End(this));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        requireNone();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        requireNone();
    }

    void requireNone() {
        List<String> found = findings.get();
        if (!found.isEmpty()) {
            throw new AssertionError("against the official schema (src/test/resources/graph), " + found.size()
                    + " times:" + System.lineSeparator()
                + String.join(System.lineSeparator(), found));
        }
    }
}
