package io.contactsync.microsoftgraph;

/** Refusals as the component gives them, for tests of what is made of them. */
public final class Refusals {

    private Refusals() {
    }

    /** Graph has answered with that status. */
    public static GraphException of(int status) {
        return new GraphException(
                new GraphFailure("A request", "was refused", status, "", null, null, null, true, null));
    }
}
