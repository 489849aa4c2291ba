package io.contactsync.probe;

/**
 * Something that could not be removed.
 *
 * @param what a contact, folder or category
 * @param id   its id, empty if it is not known
 * @param why  status and code, or a reason
 */
record Remains(String what, String id, String why) {

    String sentence() {
        return what + (id.isEmpty() ? "" : " " + id) + " (" + why + ")";
    }
}
