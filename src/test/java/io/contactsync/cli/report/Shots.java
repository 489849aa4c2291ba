package io.contactsync.cli.report;
import io.contactsync.browser.Chromium;
import java.nio.file.*;
class Shots {
    public static void main(String[] a) throws Exception {
        try (Chromium b = Chromium.start(Files.createTempDirectory("prof"))) {
            b.open("file:///tmp/g/sync5000.html");
            b.size(1200, 1300); Files.write(Path.of("/tmp/team/report-light.png"), b.picture());
            b.run("document.getElementById('mailboxes').scrollIntoView()"); Files.write(Path.of("/tmp/team/report-mailboxes.png"), b.picture());
            b.run("document.getElementById('pictures').scrollIntoView()"); Files.write(Path.of("/tmp/team/report-pictures.png"), b.picture());
            b.scheme("dark"); Files.write(Path.of("/tmp/team/report-dark-pictures.png"), b.picture());
            b.run("scrollTo(0,0)"); Files.write(Path.of("/tmp/team/report-dark.png"), b.picture());
            b.scheme("light"); b.size(400, 1500); Files.write(Path.of("/tmp/team/report-narrow.png"), b.picture());
            b.run("document.getElementById('pictures').scrollIntoView()"); Files.write(Path.of("/tmp/team/report-narrow-pictures.png"), b.picture());
            b.size(1200, 1300); Files.write(Path.of("/tmp/team/report.pdf"), b.print());
            b.open("file:///tmp/g/plan200.html"); Files.write(Path.of("/tmp/team/plan.png"), b.picture());
        }
    }
}
