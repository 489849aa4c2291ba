package io.contactsync.microsoftgraph;

import java.io.IOException;

/**
 * An answer that is not what Graph sends: too large, more than one value, no collection. The message is a half sentence
 * without content.
 */
final class InvalidAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    InvalidAnswerException(String message) {
        super(message);
    }
}
