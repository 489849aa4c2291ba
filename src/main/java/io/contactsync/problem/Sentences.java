package io.contactsync.problem;

import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;

/** What an exception says, in one line. */
public final class Sentences {

    private Sentences() {
    }

    /**
     * The message of the first cause that is not just a wrapping, or its kind where it has no message; in it, keys
     * instead of options.
     */
    public static String of(Throwable failure) {
        Throwable cause = cause(failure);
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return SettingNames.in(message.replaceAll("\\s+", " ").strip());
    }

    /** The first cause that is not just a wrapping. */
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (isWrapping(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isWrapping(Throwable cause) {
        return cause.getCause() != null && cause.getCause() != cause
                && (cause.getClass().getName().startsWith("org.apache.camel.")
                        || cause.getClass() == RuntimeException.class
                        || cause instanceof UncheckedIOException || cause instanceof InvocationTargetException);
    }
}
