package io.contactsync.cli.report;

/** A number at the top of a page, with its name. */
record Fact(String name, String value) {
}
