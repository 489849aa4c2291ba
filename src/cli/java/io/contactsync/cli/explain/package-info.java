/** Why a person sees another one, or does not. */
package io.contactsync.cli.explain;
