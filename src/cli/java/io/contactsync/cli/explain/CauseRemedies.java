package io.contactsync.cli.explain;

import io.contactsync.cli.words.Hints;
import io.contactsync.core.Cause;
import io.contactsync.core.MailboxResult;
import io.contactsync.run.explain.Words;

import java.util.List;

/** What one cause of one contact means, out of the one table of causes. */
final class CauseRemedies implements Words.Remedies {

    @Override
    public String words(String cause) {
        String code = Hints.code(cause(cause));
        String words = Hints.words(cause(cause));
        return code.isEmpty() || words.contains(code) ? words : words.isEmpty() ? code : words + " (" + code + ")";
    }

    @Override
    public String next(String cause) {
        return Hints.next(cause(cause));
    }

    private static Cause cause(String text) {
        return new Cause(MailboxResult.Status.FAILED, text, 1, List.of());
    }
}
