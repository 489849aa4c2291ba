/** Takes contacts of ours out of mailboxes. */
package io.contactsync.cli.remove;
