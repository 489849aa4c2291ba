package com.contoso.host;

import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import org.apache.camel.main.Main;

/** A host without a framework: Camel Main, which takes contact-sync from its class path and synchronises once. */
public final class Host {

    private Host() {
    }

    /** @param args the file of what differs from the defaults */
    public static void main(String[] args) throws Exception {
        Main main = new Main();
        main.setPropertyPlaceholderLocations("file:" + args[0] + ",classpath:contact-sync/application.properties");
        main.configure().withRoutesIncludePattern("classpath:routes/contact-sync/**/*.camel.yaml");
        int exit = 1;
        try {
            main.start();
            RunReport report = main.getCamelTemplate()
                    .requestBody("direct:contact-sync-run-sync", RunRequest.ordinary(), RunReport.class);
            System.out.println(report.totals().total() + " mailboxes, " + report.totals().tally().created()
                    + " contacts created, exit " + report.exit());
            exit = report.exit();
        } finally {
            main.stop();
        }
        System.exit(exit);
    }
}
