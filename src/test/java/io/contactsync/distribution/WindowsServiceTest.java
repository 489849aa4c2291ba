package io.contactsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The service of Windows starts what the command does, with the same options. */
class WindowsServiceTest {

    private static final String CLASS = "io.contactsync.cli.ContactSync";

    private static String word(Document service, String name) {
        return service.getElementsByTagName(name).item(0).getTextContent();
    }

    @Test
    void itStartsTheProgramWithTheOptionsOfTheCommand() throws Exception {
        Path folder = Distribution.folder();
        Document service = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(folder.resolve("service/contact-sync-service.xml").toFile());
        String command = Files.readString(folder.resolve("bin/contact-sync.cmd")).replaceAll("(?s)^.*\n\"%JAVA%\" ", "")
                .replace("%CONTACT_SYNC_JAVA_OPTS%", "-Xmx512m -XX:TieredStopAtLevel=1").replace("%%p", "%p")
                .replace("%*", "serve").strip();
        assertThat(command).contains(CLASS);
        assertThat(word(service, "arguments")).isEqualTo(command);
        assertThat(service.getDocumentElement().getTagName()).isEqualTo("service");
        assertThat(word(service, "workingdirectory")).isEqualTo("%BASE%\\..");
        assertThat(word(service, "user")).isEqualTo("LocalService");
    }
}
