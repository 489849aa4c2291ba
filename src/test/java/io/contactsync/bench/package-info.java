/**
 * How fast contact-sync is, as it ships and in a process of its own, against a sandbox in another; and beside it other
 * clients that do the same. Prints a table, and writes {@code target/bench.json} and {@code target/bench.html} with all
 * that was measured:
 *
 * <pre>
 * mvn -q -Pbench verify                                         all workloads
 * mvn -q -Pbench verify -Dbench.only=first-200x500              one, or several with commas between
 * mvn -q -Pbench verify -Dbench.variants=sync -Dbench.runs=5    some variants, more repetitions than 3
 * mvn -q -Pbench verify -Dbench.size=20x50                      fewer mailboxes and contacts, to try something
 * </pre>
 *
 * Each repetition of a first run has a new sandbox and a new data folder: nothing is warm. {@code seconds} are those of
 * the run itself; {@code processSeconds} and the processor time begin with the start of the process. Processor time is
 * the operating system's, by Linux's {@code /proc}. A row in whose course others used more than a tenth of a processor
 * is marked. {@link Yesterday} makes what earlier runs left old enough for a day without changes.
 *
 * <p>{@code PlanBenchmark} tells what a plan of a large tenant takes: lines, bytes, and the time to make it and to look
 * one person up in it. Mailboxes are fed to the planner directly, as if Graph had listed them:
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *   -Dexec.args="-Xmx512m -cp %classpath io.contactsync.bench.PlanBenchmark --mailboxes 3000 --contacts 500"
 * </pre>
 *
 * <p>In the same way {@code RowBenchmark} tells what a row of a mailbox's list costs to read and to plan, and {@code
 * JournalBenchmark} what a line of the journal costs, and what the next start and a verification do with it.
 */
package io.contactsync.bench;
