package io.contactsync.host;

import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import org.apache.camel.main.Main;

/**
 * A landscape's own program: Camel Main with the routes and the configuration of contact-sync as files, which
 * synchronises once. Nothing of the command line is at hand.
 */
public final class PlainHost {

    private PlainHost() {
    }

    /** @param args the folder of the routes, the file of the configuration, and classes that must not be there */
    public static void main(String[] args) throws Exception {
        for (int at = 2; at < args.length; at++) {
            requireAbsent(args[at]);
        }
        Main main = new Main();
        main.setPropertyPlaceholderLocations("file:" + args[1]);
        main.configure().withRoutesIncludePattern("file:" + args[0] + "/**/*.camel.yaml");
        main.addInitialProperty("camel.component.kamelet.location", "file:" + args[0] + "/kamelets");
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
