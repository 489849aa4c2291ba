package io.contactsync.run;

import io.contactsync.core.Times;
import io.contactsync.journal.RunId;

/**
 * What a run or a plan was asked to do, whatever became of it.
 *
 * @param order {@code sync}, {@code repair}, {@code remove}, {@code adopt} or {@code undo}
 * @param undoes id of the run that it takes back; empty if it takes none back
 * @param undone what that run was asked to do; empty if it is not known
 */
public record Deed(String order, String undoes, String undone) {

    /** The ordinary. */
    public static final Deed SYNC = new Deed("sync", "", "");

    private static final String ADOPT = "adopt";

    static Deed of(RunRequest request) {
        Order order = request.order();
        if (order instanceof UndoOrder undo) {
            return new Deed(order.word(), undo.run(), undo.was());
        }
        return new Deed(request.adopted().isEmpty() ? order.word() : ADOPT, "", "");
    }

    /** Whether that is what every run does. */
    public boolean isSync() {
        return equals(SYNC);
    }

    /** Which run it takes back, of when and what it was; empty if it takes none back. */
    public String sentence(Times times) {
        String what = undone.isEmpty() ? "" : " (" + undone + ")";
        return undoes.isEmpty() ? "" : "takes back the run " + undoes
                + RunId.began(undoes).map(began -> " of " + times.minute(began)).orElse("") + what;
    }
}
