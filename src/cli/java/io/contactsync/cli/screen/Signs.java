package io.contactsync.cli.screen;

/** What a line of a plan begins with. */
final class Signs {

    static final String JOIN = "+ ";
    static final String LEAVE = "- ";
    static final String CHANGE = "~ ";
    static final String CATCH_UP = "= ";
    static final String WAIT = "! ";
    /** Of what belongs to the line above. */
    static final String BELOW = "    ";

    private Signs() {
    }
}
