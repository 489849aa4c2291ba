/**
 * Several machines for one installation: who has its turn, and a copy of the data folder in a database that all of them
 * reach. Nothing here knows what a run is. Knows core, journal and microsoftgraph.
 */
package io.contactsync.cluster;
