package io.contactsync.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The service of systemd writes where the product looks, finds its secret, and is as closed as the guide says. */
class ServiceUnitTest {

    private static final Path UNIT = Path.of("src/dist/service/contact-sync.service");
    private static final Path GUIDE = Path.of("src/main/docs/installing.adoc");
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

    private static List<String> values(String key) throws IOException {
        return found("(?m)^" + key + "=(.*)$", Files.readString(UNIT));
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
    }

    @Test
    void theDataFolderIsTheOnlyOneThatItMayWrite() throws IOException {
        assertThat(values("ProtectSystem")).containsExactly("strict");
        assertThat(values("ReadWritePaths")).isEmpty();
        assertThat(values("StateDirectory")).hasSize(1);
        assertThat(values("Environment"))
                .contains(Configuration.variable("sync.data") + "=/var/lib/" + values("StateDirectory").get(0));
        assertThat(values("StateDirectoryMode")).containsExactly("0700");
        assertThat(values("UMask")).containsExactly("0077");
    }

    @Test
    void itsCredentialIsASecretThatIsLookedFor() throws IOException {
        assertThat(values("LoadCredential")).hasSize(1)
                .allSatisfy(given -> assertThat(Secrets.CREDENTIALS).contains(given.split(":")[0]));
    }

    @Test
    void itStartsWhatTheDistributionHasAndDoesNotRepeatAWrongConfiguration() throws IOException {
        assertThat(values("ExecStart")).containsExactly("/usr/lib/contact-sync/bin/contact-sync serve");
        assertThat(Path.of("src/dist/bin/contact-sync")).isExecutable();
        assertThat(values("RestartPreventExitStatus")).containsExactly("2");
        assertThat(Files.readString(Path.of("src/assembly/folder.xml")))
                .contains("<directory>" + UNIT.getParent() + "</directory>");
    }

    @Test
    void itIsAtLeastAsClosedAsTheGuideSays() throws Exception {
        assumeTrue(Files.isExecutable(ANALYZE), "no systemd-analyze here");
        Process analyze = new ProcessBuilder(ANALYZE.toString(), "security", "--offline=true", "--no-pager",
                UNIT.toString()).redirectErrorStream(true).start();
        String said = new String(analyze.getInputStream().readAllBytes());
        analyze.waitFor();
        assertThat(exposure("Overall exposure level for [\\w.-]+: ([\\d.]+)", said))
                .isBetween(0.1, exposure("`systemd-analyze security` gives it\\s([\\d.]+)", Files.readString(GUIDE)));
    }

    private static double exposure(String pattern, String text) {
        List<String> found = found(pattern, text);
        assertThat(found).as(text).hasSize(1);
        return Double.parseDouble(found.get(0));
    }
}
