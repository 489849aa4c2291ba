/** The probe as a command: its door to Graph, its clock and its screen. */
package io.contactsync.cli.probe;
