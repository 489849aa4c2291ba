/**
 * A deterministic simulation of whole runs: one thread, a virtual clock, every choice drawn from one seed. What ships
 * runs in it: the beans that the routes call, from the begin of a run to its report, with planner, guards, dispatch and
 * journal, over a disk in memory. Everything around them misbehaves as often as the schedule's weather says.
 *
 * <pre>
 *  Schedule       one seed: runs, what happens between them, and the quiet at the end, in which all must come right
 *  Weather, Dice  how bad it is, and all chance
 *  World          the virtual time and what happens by itself
 *  VirtualMailbox what a mailbox truly holds (Item); Owner, Stranger: who else changes it
 *  Server         Graph before one mailbox (Contents: single requests): late commits, stale lists, lost answers
 *  Throttling     whom it has told to wait, and what becomes of those who do not
 *  Deltas         questions for changes, and DeltaServer, which answers them late, twice, or not at all
 *  Sources        whom the sources name, and readings that are cut short or wrong
 *  Machine        disk, clock (MachineClock), one process a run, an administrator who does what a sentence says
 *  RunFlow        the routes of a run, MailboxFlow those of a mailbox: kept like routes/sync, step by step
 *  Workers        who does a machine's mailboxes elsewhere (WorkerMachine: disk, clock, one process after the other)
 *  Post           what offers, letters and answers go by: lost, late or doubled
 *  HandedFlow     the routes by which a mailbox is handed out, kept like routes/workers
 *  Oracle         sees the true state (MailboxWatch: of one mailbox) and throws BrokenInvariant
 *  EngineVariant  the engine that ships, and those that are wrong on purpose
 *  disk           a file system in memory that loses, tears, flips and fails
 * </pre>
 *
 * <p>What is not in it: HTTP itself, for the sandbox has it; two processes at
 * once on one folder, for {@code RunLockTest} has them; a worker that sleeps between its last look at its lease and the
 * request, and a data folder that is made good within the minutes in which a worker may still be at work.
 */
package io.contactsync.simulation;
