/** The routes, running: the start of Camel, why it fails, questions to a route, and who watches the runs. */
package io.contactsync.cli.app;
