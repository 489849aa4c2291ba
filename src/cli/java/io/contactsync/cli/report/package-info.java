/**
 * The page of a run or a plan: one HTML file that asks nothing of any network. Its templates are in
 * {@code src/cli/jte}.
 */
package io.contactsync.cli.report;
