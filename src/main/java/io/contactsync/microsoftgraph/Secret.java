package io.contactsync.microsoftgraph;

/**
 * A secret as it was given, or the file that has it, which is read whenever it is needed: a new one takes effect
 * without a restart.
 *
 * @param text null if it is in a file, or not set
 * @param file null if it is given as text, or not set
 */
record Secret(String text, SecretFile file) {

    static final Secret NONE = new Secret(null, null);

    /** Of the option {@code name}, or of the option {@code nameFile}; both may be null. */
    static Secret of(String name, String text, String file) {
        if (text != null && file != null) {
            throw new GraphAuthenticationException("set one of options " + name + " and " + name + "File, not both",
                    "TwoSecrets");
        }
        return new Secret(text, file == null ? null : SecretFile.of(name + "File", file));
    }

    boolean isSet() {
        return text != null || file != null;
    }

    /** The secret; null if it is not set. */
    String read() {
        return file == null ? text : file.read();
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
