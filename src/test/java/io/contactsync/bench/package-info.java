/**
 * What a plan of a large tenant takes: lines, bytes, and the time to make it and to look one person up in it. Mailboxes
 * are fed to the planner directly, as if Graph had listed them; everything behind it, files included, is what runs use:
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *   -Dexec.args="-Xmx512m -cp %classpath io.contactsync.bench.PlanBenchmark --mailboxes 3000 --contacts 500"
 * </pre>
 */
package io.contactsync.bench;
