package io.contactsync.bench;

/**
 * How much is to be done.
 *
 * @param mailboxes mailboxes that get the contacts
 * @param contacts  contacts that each of them gets
 */
record BenchSize(int mailboxes, int contacts) {

    /** @param text such as {@code 200x500} */
    static BenchSize parse(String text) {
        if (!text.matches("\\d{1,6}x\\d{1,6}")) {
            throw new IllegalArgumentException("bench.size is <mailboxes>x<contacts>, such as 200x500 - was '" + text
                    + "'");
        }
        String[] parts = text.split("x");
        return new BenchSize(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    long all() {
        return (long) mailboxes * contacts;
    }

    @Override
    public String toString() {
        return mailboxes + "x" + contacts;
    }
}
