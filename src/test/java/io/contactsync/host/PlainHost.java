package io.contactsync.host;

import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import org.apache.camel.main.Main;

/**
 * A landscape's own program: Camel Main that takes routes, Kamelets and defaults of contact-sync from its class path
 * and synchronises once. Nothing of the command line is at hand.
 */
public final class PlainHost {

    private PlainHost() {
    }

    /** @param args the file of what differs from the defaults, and classes that must not be there */
    public static void main(String[] args) throws Exception {
        for (int at = 1; at < args.length; at++) {
            requireAbsent(args[at]);
        }
        Main main = new Main();
        main.setPropertyPlaceholderLocations("file:" + args[0] + ",classpath:contact-sync/application.properties");
        main.configure().withRoutesIncludePattern("classpath:routes/contact-sync/**/*.camel.yaml");
        main.start();
        int exit;
        try {
            RunReport report = main.getCamelTemplate()
                    .requestBody("direct:run-sync", RunRequest.ordinary(), RunReport.class);
            exit = report.exit();
        } finally {
            main.stop();
        }
        System.exit(exit);
    }

    private static void requireAbsent(String name) {
        try {
            Class.forName(name, false, PlainHost.class.getClassLoader());
        } catch (ClassNotFoundException absent) {
            return;
        }
        throw new IllegalStateException(name + " is there");
    }
}
