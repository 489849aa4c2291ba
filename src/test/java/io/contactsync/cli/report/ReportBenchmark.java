package io.contactsync.cli.report;

import io.contactsync.browser.Chromium;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

/**
 * How long a browser takes to open the report of 5,000 mailboxes, and to filter it; run by hand, for
 * {@code measurements.adoc}. With a folder as argument it leaves pictures there.
 */
final class ReportBenchmark {

    private static final String LOADED =
            "const told = performance.getEntriesByType('navigation')[0]; return told.loadEventEnd";
    private static final String FILTERED = """
            const began = performance.now();
            const input = document.querySelector('#mailbox-tools input');
            input.value = 'anna4711';
            input.dispatchEvent(new Event('input'));
            document.body.offsetHeight;
            return performance.now() - began""";
    private static final String SORTED = """
            const began = performance.now();
            document.querySelector('table[data-tools=mailbox-tools] th:last-child button').click();
            document.body.offsetHeight;
            return performance.now() - began""";

    private ReportBenchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("report-benchmark");
        Path file = folder.resolve("report.html");
        long began = System.nanoTime();
        Files.writeString(file, ReportHtml.of(ReportSamples.run(5_000), ReportSamples.past(), ZoneId.of("UTC")));
        System.out.printf("written in %d ms, %,d bytes%n", (System.nanoTime() - began) / 1_000_000, Files.size(file));
        Path plan = folder.resolve("plan.html");
        Files.writeString(plan,
                ReportHtml.of(ReportSamples.firstPlan(3_000, 500), ReportSamples.past(), ZoneId.of("UTC")));
        System.out.printf("first plan of 3,000 mailboxes x 500 contacts: %,d bytes%n", Files.size(plan));
        try (Chromium browser = Chromium.start(folder.resolve("profile"))) {
            for (int time = 0; time < 5; time++) {
                browser.open(file.toUri().toString());
                System.out.printf("opened in %.0f ms, filtered in %.0f ms, sorted in %.0f ms%n",
                        browser.run(LOADED).asDouble(), browser.run(FILTERED).asDouble(),
                        browser.run(SORTED).asDouble());
            }
            if (arguments.length > 0) {
                pictures(browser, file, plan, Path.of(arguments[0]));
            }
        }
    }

    private static void pictures(Chromium browser, Path run, Path plan, Path folder) throws IOException {
        browser.open(run.toUri().toString());
        for (String scheme : new String[] {"light", "dark"}) {
            browser.scheme(scheme);
            browser.size(1200, 1300);
            picture(browser, "scrollTo(0, 0)", folder.resolve("report-" + scheme + ".png"));
            picture(browser, "document.getElementById('sources').scrollIntoView()",
                    folder.resolve("report-" + scheme + "-pictures.png"));
        }
        browser.scheme("light");
        browser.size(400, 1500);
        picture(browser, "scrollTo(0, 0)", folder.resolve("report-narrow.png"));
        Files.write(folder.resolve("report.pdf"), browser.print());
        browser.size(1200, 1300);
        browser.open(plan.toUri().toString());
        picture(browser, "scrollTo(0, 0)", folder.resolve("plan.png"));
    }

    private static void picture(Chromium browser, String place, Path file) throws IOException {
        browser.run(place);
        Files.write(file, browser.picture());
    }
}
