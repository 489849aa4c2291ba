package io.contactsync.run;

/** Which program this is, as its jar says; classes that lie in a folder are of no version. */
final class ProgramVersion {

    private ProgramVersion() {
    }

    /** Another one where the program may decide otherwise. */
    static String text() {
        return String.valueOf(ProgramVersion.class.getPackage().getImplementationVersion());
    }
}
