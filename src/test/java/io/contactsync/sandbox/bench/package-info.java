/**
 * How fast the sandbox is and how much it holds. It runs in a process of its own, with throttling and latency out of
 * the way:
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *   -Dexec.args="-cp %classpath io.contactsync.sandbox.bench.SandboxBenchmark --mailboxes 5000 --contacts 1000"
 * </pre>
 *
 * <p>Processor time says more than the rate where others use the machine, or where load and sandbox share too few
 * cores.
 */
package io.contactsync.sandbox.bench;
